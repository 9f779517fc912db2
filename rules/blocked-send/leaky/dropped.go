package dropped

import "errors"

// start runs f beside its caller, and tells how that ended.
func start(f func() error) <-chan error {
	ended := make(chan error)
	go func() {
		ended <- f() // want "warning: nobody receives from \"ended\", which its caller drops at line 15: the goroutine started at line 8 then stays in this send for ever"
	}()
	return ended
}

func refresh(reload func() error) {
	start(reload)
}

func count(values []int) (<-chan int, error) {
	if len(values) == 0 {
		return nil, errors.New("no values")
	}
	total := make(chan int)
	go func() {
		sum := 0
		for _, value := range values {
			sum += value
		}
		total <- sum // want "warning: nobody receives from \"total\", which its caller drops at line 34"
	}()
	return total, nil
}

func check(values []int) error {
	_, err := count(values)
	return err
}
