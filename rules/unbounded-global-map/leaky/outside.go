package leaky

import "net/http"

var rendered = map[string][]byte{}

// The name of the parameter says nothing; the caller gives what a request brings.
func render(text string) []byte {
	if known, ok := rendered[text]; ok {
		return known
	}
	page := []byte("<p>" + text)
	rendered[text] = page // want "^warning: map \"rendered\" only grows: render stores under text"
	return page
}

func handleRender(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write(render(r.FormValue("text")))
}

// Params are what a client sent, decoded.
type Params map[string]any

func (p Params) text(name string) string {
	text, _ := p[name].(string)
	return text
}

var opened = map[string]int{}

func open2(given string) int {
	n, ok := opened[given]
	if !ok {
		n = len(given)
		opened[given] = n // want "^warning: map \"opened\" only grows: open2 stores under given"
	}
	return n
}

func call(in Params) int { return open2(in.text("fs")) }
