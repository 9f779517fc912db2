package clean

import "net/http"

var balances = map[string]int{"bank": 1000}

// Only what is there is changed.
func credit(userID string, amount int) {
	if _, ok := balances[userID]; ok {
		balances[userID] = amount
	}
}

func debit(w http.ResponseWriter, r *http.Request) {
	userID := r.FormValue("user")
	old, ok := balances[userID]
	if !ok {
		http.NotFound(w, r)
		return
	}
	balances[userID] = old - 1
}

type tool struct{ Name string }

var tools = map[string]*tool{}

// By its type it is no request that anybody sends.
func update(toolRequest *tool) { tools[toolRequest.Name] = toolRequest }
