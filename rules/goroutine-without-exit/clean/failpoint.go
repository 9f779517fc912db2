package syncer

import (
	"time"

	"github.com/pingcap/failpoint"
)

type syncer struct{ total func() int }

// What a failpoint injects is not in the program that is shipped.
func (s *syncer) init() {
	failpoint.Inject("total", func(failpoint.Value) {
		go func() {
			for {
				println(s.total())
				time.Sleep(time.Second)
			}
		}()
	})
}
