#!/bin/sh
# enter.sh MACHINE root|officer LENT… -- COMMAND…: runs a command in the machine, in mounts of its own. What is lent is
# FROM=TO: a folder of this machine, read there and never written; what is written on top is gone with the command.
set -eu
machine=$1
who=$2
shift 2
mount --bind "$machine" "$machine"
mount -t proc proc "$machine/proc"
mount --rbind /dev "$machine/dev"
mount -t tmpfs tmpfs "$machine/media"
while [ "$1" != -- ]; do
  from=${1%%=*}
  to=$machine${1#*=}
  top=$(mktemp -d "$machine/media/XXXXXX")
  shift
  [ -d "$from" ] || continue
  mkdir -p "$top/new" "$top/work" "$to"
  mount -t overlay overlay -o "lowerdir=$from,upperdir=$top/new,workdir=$top/work" "$to"
done
shift
cd "$machine"
# Root in a chroot, as somebody would try it; the officer with the machine as the root of all mounts, since in a chroot the
# kernel lets nobody confine a browser.
[ "$who" = officer ] || exec chroot . "$@"
pivot_root . mnt
/mnt/usr/bin/umount -l /mnt
exec setpriv --reuid=1000 --regid=1000 --clear-groups -- "$@"
