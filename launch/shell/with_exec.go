package shell

// WithExec puts exec in front of the program a text ends with, in every branch, so
// that it replaces the shell; the text as it is where that has no effect.
func WithExec(text string) string {
	const enough = 8
	for range enough {
		last, ok := Parse(text).Last()
		in := last.In
		in.AndOr, in.Sequence, in.Jobs, in.Branch = false, false, false, false
		if !ok || last.Exec || in != (Place{}) || RunsItself(last.Name()) {
			break
		}
		text = text[:last.Start] + "exec " + text[last.Start:]
	}
	return text
}
