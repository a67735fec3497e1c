package rules

import "reflect"

// Shared returns what several rules want to know of a file. It is worked out
// when the first of them asks, and kept: each rule would take as long again. Types
// tell what is kept apart, and nobody may change it.
func Shared[T any](p *Pass, workOut func(*Pass) T) T {
	key := reflect.TypeFor[T]()
	if kept, ok := p.shared[key]; ok {
		return kept.(T)
	}
	v := workOut(p)
	if p.shared == nil {
		p.shared = map[reflect.Type]any{}
	}
	p.shared[key] = v
	return v
}
