package main

import "os"

func main() {
	for _, name := range os.Args[1:] {
		f, err := os.Open(name)
		if err != nil {
			return
		}
		defer f.Close()
	}
}
