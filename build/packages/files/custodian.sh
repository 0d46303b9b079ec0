#!/bin/sh
# The command line of Key Custodian. It runs in the program itself, which is no interpreter for others: the first words ask for
# a command instead of the window, and what stands behind `--` only the command reads.
program=/usr/lib/key-custodian/key-custodian
if [ "$(id -u)" = 0 ]; then
  echo 'Private keys belong to an officer, and the administrator of this machine is not asked for any.' >&2
  echo 'Run custodian as the officer, without sudo.' >&2
  exit 1
fi
exec "$program" --command-line --ozone-platform=headless --disable-gpu --disable-software-rasterizer --log-level=3 -- "$@"
