package fixture

import "time"

func perPass(work <-chan func(), exit <-chan struct{}) {
	for {
		select {
		case f := <-work:
			f()
		case <-time.Tick(time.Minute): // want "error: the ticker from time.Tick is made anew in each pass of the loop at line 6"
			return
		case <-exit:
			return
		}
	}
}

func perPassEndless(f func()) {
	for {
		f()
		<-time.Tick(time.Minute) // want "error: .* made anew in each pass"
	}
}

func perElement(jobs []func()) {
	for _, job := range jobs {
		ticks := time.Tick(time.Second) // want "warning: .* made anew in each pass of the loop at line 26"
		<-ticks
		job()
	}
}
