package links

import (
	"net"
	"strings"

	"github.com/rcrowley/go-metrics"
)

func inbound(link net.Conn) string {
	return strings.Join([]string{"in", link.RemoteAddr().String()}, "/")
}

func talk(link net.Conn, n int64) {
	metrics.GetOrRegisterMeter(inbound(link), nil).Mark(n) // want "warning: "
}
