package retried

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"example.com/fabric"
)

// send gives the last answer, and drops those before.
func send(client *fabric.Client, request *http.Request, passes int) (resp *http.Response, err error) {
	for pass := 0; pass < passes; pass++ {
		resp, err = client.Do(request) // want "warning: response body \"resp\" from client.Do is made anew in each pass of the loop at line 15, and the one of the pass before is not closed"
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return resp, err
}

// reach asks a dialer out of sight for what it keeps in a connection.
func reach(ctx context.Context, dialer fabric.Dialer, addr string) error {
	var conn net.Conn
	var err error
	conn, err = dialer.Dial("tcp", addr) // want "warning: connection \"conn\" from dialer.Dial is not closed when the function returns at line 34"
	if err != nil {
		return err
	}
	if conn.RemoteAddr().String() != addr {
		return errors.New("elsewhere")
	}
	fabric.Wait(ctx)
	return conn.Close()
}
