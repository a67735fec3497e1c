package script

// value is what a word stands for. Of one that is not known, text is how it is
// written.
type value struct {
	text  string
	known bool
	split bool // not quoted, so that it may be several words, or none
	unset bool // a variable that is not there, not one that is empty
}

func (v value) equal(o value) bool {
	return v.known && o.known && v.text == o.text && v.unset == o.unset
}

func known(text string) value { return value{text: text, known: true} }

func words(texts []string) []value {
	all := make([]value, len(texts))
	for i, text := range texts {
		all[i] = known(text)
	}
	return all
}

// splits reports whether one of the values may be several words.
func splits(all []value) bool {
	for _, v := range all {
		if v.split {
			return true
		}
	}
	return false
}

// nobodysUID is what id -u prints for a user that is not root: equal to no
// number of the script.
const nobodysUID = "not root"
