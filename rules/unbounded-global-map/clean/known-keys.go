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

var queues = map[string][]int{}

// The key was found: the rest of its entry is stored again.
func next(userID string) (int, bool) {
	if queue, ok := queues[userID]; ok && len(queue) > 0 {
		queues[userID] = queue[1:]
		return queue[0], true
	}
	return 0, false
}

var held = map[string]map[string]bool{}

// What an entry holds goes again by way of a variable.
func hold(node, podID string) {
	held[node][podID] = true
}

func drop(node, podID string) {
	if pods, ok := held[node]; ok {
		delete(pods, podID)
	}
}
