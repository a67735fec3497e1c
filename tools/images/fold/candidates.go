package fold

// candidate is a pattern that could be added.
type candidate struct {
	pattern int
	class   int
	hope    int // what it saves on the tags it was made from
}

// place is where a pattern is added.
type place struct {
	row  int
	open bool // in a new row there, else in the one that is there
}

// hope adds to the patterns made from a tag what they save on it, with the
// tag's class or with none; times is -1 to take it back.
func (l *list) hope(tag, times int) {
	t := l.tags[tag]
	now := price(t, l.answer(tag))
	if now == 0 {
		return
	}
	for _, p := range l.patterns.of[tag] {
		l.candidate(p, t.Class).hope += times * now
		if less := now - price(t, Unknown); t.Class != Unknown && less > 0 {
			l.candidate(p, Unknown).hope += times * less
		}
	}
}

func (l *list) candidate(pattern, class int) *candidate {
	i, ok := l.index[[2]int{pattern, class}]
	if !ok {
		i = len(l.candidates)
		l.index[[2]int{pattern, class}] = i
		l.candidates = append(l.candidates, candidate{pattern: pattern, class: class})
	}
	return &l.candidates[i]
}

// best finds the candidate that saves most, the shortest of several. What a
// candidate saves at most tells which ones need a closer look.
func (l *list) best() (best candidate, at place, gain int) {
	has := map[int]bool{}
	for _, r := range l.rows[1:] {
		has[r.class] = true
	}
	limit := func(c candidate) int {
		if has[c.class] {
			return c.hope - patternCost
		}
		return c.hope - patternCost - rowPrice(c.class)
	}
	for _, c := range l.candidates {
		if limit(c) > 0 && limit(c) > limit(best) {
			best = c
		}
	}
	at, gain = l.gain(best)
	for _, c := range l.candidates {
		if limit(c) < max(gain, 1) {
			continue
		}
		if p, g := l.gain(c); g > gain || g == gain && l.patterns.shorter(c.pattern, best.pattern) {
			best, at, gain = c, p, g
		}
	}
	return best, at, gain
}

// gain finds the place where a candidate saves most. It changes the answers of
// the rows behind that place only.
func (l *list) gain(c candidate) (at place, gain int) {
	saved := make([]int, len(l.rows))
	for _, i := range l.patterns.matches(c.pattern) {
		saved[l.owner[i]] += price(l.tags[i], l.answer(i)) - price(l.tags[i], c.class)
	}
	sum := 0
	for i := range saved {
		if g := sum - patternCost; i > 0 && l.rows[i].class == c.class && g > gain {
			at, gain = place{i, false}, g
		}
		sum += saved[i]
		if g := sum - patternCost - rowPrice(c.class); g > gain {
			at, gain = place{i + 1, true}, g
		}
	}
	return at, gain
}
