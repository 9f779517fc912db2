// Command load brings new users to the service: go run ./load leaky, or fixed.
package main

import (
	"strconv"

	"example.org/probe"
	fixed "example.org/user-cache/fixed"
	leaky "example.org/user-cache/leaky"
)

func main() {
	leaky.Fetch = func(id string) (*leaky.User, error) {
		return &leaky.User{ID: id, Name: "user " + id, Avatar: make([]byte, 512)}, nil
	}
	fixed.Fetch = func(id string) (*fixed.User, error) {
		return &fixed.User{ID: id, Name: "user " + id, Avatar: make([]byte, 512)}, nil
	}
	user := 0
	next := func() string {
		user++
		return strconv.Itoa(user)
	}
	probe.Run(probe.Load{
		About: "heap",
		Calls: 200,
		Leaky: func() { _, _ = leaky.GetUser(next()) },
		Fixed: func() { _, _ = fixed.GetUser(next()) },
	})
}
