package args

import "strings"

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

// consequence says what an instruction does where a word of it is empty.
// Measured with Docker Engine 28.5.
func consequence(whole string) string {
	switch whole {
	case "ADD destination", "COPY destination":
		verb, _, _ := strings.Cut(whole, " ")
		return verb + " with an empty destination copies into the working directory"
	case "ADD source", "COPY source":
		verb, _, _ := strings.Cut(whole, " ")
		return verb + " with an empty source copies the whole build context"
	case "EXPOSE":
		return "EXPOSE with an empty word exposes nothing"
	case "STOPSIGNAL":
		return "the build fails: invalid signal: "
	case "USER":
		return "USER with an empty name means root"
	case "VOLUME":
		return "the build fails: VOLUME specified can not be an empty string"
	case "WORKDIR":
		return "WORKDIR with an empty path changes nothing"
	}
	return ""
}
