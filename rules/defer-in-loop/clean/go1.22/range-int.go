package fixture

import "os"

func rangeInt() {
	for range 3 {
		f, _ := os.CreateTemp("", "x")
		defer f.Close()
	}
}
