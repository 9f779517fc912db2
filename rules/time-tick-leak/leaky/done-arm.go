package fixture

import "time"

func doneArm(update func(), exit <-chan struct{}) {
	ticks := time.Tick(time.Second) // want "warning: time.Tick gives only the channel of its ticker, so nobody can stop it when the function returns at line 12"
	for {
		select {
		case <-ticks:
			update()
		case <-exit:
			return
		}
	}
}

func gotoExit(update func(), exit <-chan struct{}) {
	ticks := time.Tick(time.Second) // want "so nobody can stop it when the function ends at line 29"
	for {
		select {
		case <-ticks:
			update()
		case <-exit:
			goto done
		}
	}
done:
	update()
}

func inGoroutine(update func(), exit <-chan struct{}) {
	go func() {
		ticks := time.Tick(time.Second) // want "nobody can stop it"
		for {
			select {
			case <-ticks:
				update()
			case <-exit:
				return
			}
		}
	}()
}

func oneWait(result <-chan int) (int, bool) {
	select {
	case n := <-result:
		return n, true
	case <-time.Tick(time.Second): // want "warning: time.Tick gives only the channel"
		return 0, false
	}
}

func dropped() {
	_ = time.Tick(time.Second) // want "nobody can stop it"
}
