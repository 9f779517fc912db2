package retried

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"example.com/fabric"
)

// send gives the last answer, and closes those before.
func send(client *fabric.Client, request *http.Request, passes int) (resp *http.Response, err error) {
	for pass := 0; pass < passes; pass++ {
		resp, err = client.Do(request)
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		if err == nil && pass+1 < passes {
			resp.Body.Close()
		}
		time.Sleep(time.Second)
	}
	return resp, err
}

// reach asks a dialer out of sight for what it keeps in a connection.
func reach(ctx context.Context, dialer fabric.Dialer, addr string) error {
	var conn net.Conn
	var err error
	conn, err = dialer.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	if conn.RemoteAddr().String() != addr {
		return errors.New("elsewhere")
	}
	fabric.Wait(ctx)
	return nil
}
