package missed

import "net/http"

var seen []string

// The handler appends by way of a helper; who calls a function, and how often, is not followed.
func Serve(w http.ResponseWriter, r *http.Request) { remember(r.URL.Path) }

func remember(path string) { seen = append(seen, path) }
