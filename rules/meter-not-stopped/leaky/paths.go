package fixture

import (
	"net/http"
	"strings"
	"time"

	"github.com/rcrowley/go-metrics"
)

// Any client can ask for any path.
func measured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t := metrics.GetOrRegisterTimer(r.URL.Path, nil) // want "^warning: the meter from metrics.GetOrRegisterTimer is registered under a name made of r.URL.Path"
		begin := time.Now()
		next.ServeHTTP(w, r)
		t.UpdateSince(begin)
	})
}

func received(r *http.Request) {
	name := "from-" + strings.ToLower(r.RemoteAddr)
	metrics.GetOrRegisterMeter(name, nil).Mark(r.ContentLength) // want "^warning: the meter from metrics.GetOrRegisterMeter is registered under a name made of r.RemoteAddr"
}
