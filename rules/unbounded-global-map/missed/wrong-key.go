package missed

// The delete is there, but with another key than the insertion's: keys are not compared.
var tokens = map[string]int{}

func Issue(userID, token string) { tokens[token] = len(userID) }

func Revoke(userID string) { delete(tokens, userID) }
