package shell

// Answer is yes, no, or not known.
type Answer int

// The answers; not known is the zero value.
const (
	NotKnown Answer = iota
	No
	Yes
)

// AnswerOf is the answer to a question that is settled.
func AnswerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// Not is the answer to the opposite.
func (a Answer) Not() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return NotKnown
}

// And tells whether both are yes.
func (a Answer) And(b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Yes && b == Yes:
		return Yes
	}
	return NotKnown
}

// Or tells whether one of them is yes.
func (a Answer) Or(b Answer) Answer { return a.Not().And(b.Not()).Not() }
