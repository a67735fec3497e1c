package args

// role names the i-th of n words.
func role(verb string, i, n int) string {
	switch {
	case verb != "ADD" && verb != "COPY":
		return verb
	case i == n-1:
		return verb + " destination"
	}
	return verb + " source"
}

// consequences says what an instruction does where a word of it is empty.
// Measured with Docker Engine 28.5.
var consequences = map[string]string{
	"ADD destination":  "ADD with an empty destination copies into the working directory",
	"ADD source":       "ADD with an empty source copies the whole build context",
	"COPY destination": "COPY with an empty destination copies into the working directory",
	"COPY source":      "COPY with an empty source copies the whole build context",
	"EXPOSE":           "EXPOSE with an empty word exposes nothing",
	"STOPSIGNAL":       "the build fails: invalid signal: ",
	"USER":             "USER with an empty name means root",
	"VOLUME":           "the build fails: VOLUME specified can not be an empty string",
	"WORKDIR":          "WORKDIR with an empty path changes nothing",
}
