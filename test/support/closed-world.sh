#!/bin/sh
# A network of its own with a world of its own at the other end of one cable. Run by root as
#   unshare --net --mount sh closed-world.sh FOLDER FIRST_PORT LAST_PORT COMMAND…
# What the world hears goes to FOLDER/heard; what leaves is counted by the kernel (device `inside` in /proc/net/dev).
set -eu
folder=$1 first=$2 last=$3
shift 3
ip link set lo up
# Of this mount namespace only, so that nothing is left behind.
mkdir -p /run/netns
mount -t tmpfs names /run/netns
ip netns add world
ip link add inside type veth peer name outside netns world
# Without IPv6 the kernel itself sends nothing.
echo 1 > /proc/sys/net/ipv6/conf/inside/disable_ipv6
ip netns exec world sh -c 'echo 1 > /proc/sys/net/ipv6/conf/outside/disable_ipv6
  ip link set lo up && ip addr add 10.9.0.1/24 dev outside && ip link set outside up'
ip addr add 10.9.0.2/24 dev inside
ip link set inside up
ip route add default via 10.9.0.1 dev inside
hardware() { sed 's|.*link/ether \([0-9a-f:]*\).*|\1|'; }
# Both ends know each other for good, or the kernels would ask each other now and then.
ip neigh replace 10.9.0.1 lladdr "$(ip netns exec world ip -o link show outside | hardware)" dev inside nud permanent
ip netns exec world ip neigh replace 10.9.0.2 lladdr "$(ip -o link show inside | hardware)" dev outside nud permanent
echo 'nameserver 10.9.0.1' > "$folder/resolv.conf"
mount --bind "$folder/resolv.conf" /etc/resolv.conf
mkfifo "$folder/ready"
ip netns exec world node "$(dirname "$0")/world.mjs" 10.9.0.1 "$first" "$last" "$folder/heard" > "$folder/ready" &
world=$!
trap 'kill "$world"' EXIT
read -r _ < "$folder/ready"
"$@"
