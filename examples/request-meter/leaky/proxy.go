// Package proxy hands requests on and says how fast each went.
package proxy

import (
	"errors"
	"io"

	"github.com/rcrowley/go-metrics"
)

// bufferSize is that of one read, in bytes.
const bufferSize = 4096

// Copy hands the body of one request on, and gives its length and its mean rate in bytes per second.
func Copy(to io.Writer, from io.Reader) (int64, float64, error) {
	rate := metrics.NewMeter()
	buffer := make([]byte, bufferSize)
	for {
		n, err := from.Read(buffer)
		rate.Mark(int64(n))
		if _, failed := to.Write(buffer[:n]); failed != nil {
			return rate.Count(), rate.RateMean(), failed
		}
		if errors.Is(err, io.EOF) {
			return rate.Count(), rate.RateMean(), nil
		}
		if err != nil {
			return rate.Count(), rate.RateMean(), err
		}
	}
}
