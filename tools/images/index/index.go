// Package index knows which Dockerfile every tag of an image was built from,
// today and in the past.
package index

// Source is where the Dockerfile of a tag stands.
type Source struct {
	Repository string // a URL or OWNER/NAME
	Commit     string // a hash, or a branch in old files of the library
	Dir        string // of the Dockerfile, with slashes; it is the build context as well
	File       string // name of the Dockerfile in Dir
	Windows    bool
}

// State is the source of a tag from a time on.
type State struct {
	Since int64 // seconds since 1970
	Source
}

// Tag is the history of one tag.
type Tag struct {
	States  []State // oldest first
	Last    int64   // when the tag was last published, seconds since 1970
	Current bool    // it is published today
}

// Tags are the tags of an image by name.
type Tags map[string]*Tag

// At returns the state of a tag at a time, the first one before that.
func (t *Tag) At(when int64) State {
	state := t.States[0]
	for _, s := range t.States {
		if s.Since <= when {
			state = s
		}
	}
	return state
}

// publish notes what is published at a time. Times must not fall.
func (t Tags) publish(now map[string]Source, when int64) {
	for name, s := range now {
		tag := t[name]
		if tag == nil {
			tag = &Tag{}
			t[name] = tag
		}
		tag.Last = when
		if n := len(tag.States); n == 0 || tag.States[n-1].Source != s {
			tag.States = append(tag.States, State{when, s})
		}
	}
}
