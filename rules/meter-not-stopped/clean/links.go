package links

import (
	"net"

	"github.com/rcrowley/go-metrics"
)

func inbound(link net.Conn) string {
	return "in/" + link.LocalAddr().Network()
}

func talk(link net.Conn, n int64) {
	metrics.GetOrRegisterMeter(inbound(link), nil).Mark(n)
}
