package script

type value struct {
	text  string
	known bool
	split bool // not quoted, so that it may be several words, or none
}

func (v value) equal(o value) bool { return v.known && o.known && v.text == o.text }

func known(text string) value { return value{text: text, known: true} }

func words(texts []string) []value {
	all := make([]value, len(texts))
	for i, text := range texts {
		all[i] = known(text)
	}
	return all
}

func splits(all []value) bool {
	for _, v := range all {
		if v.split {
			return true
		}
	}
	return false
}

const nobodysUID = "not root"
