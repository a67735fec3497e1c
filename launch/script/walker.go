package script

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// walker runs a script in thought.
type walker struct {
	facts     Facts
	text      *shell.Text // that is read at the moment
	functions map[string]function
	aliases   map[string]bool
	locals    []map[string]bool      // variables of their own, of the functions that are run
	names     map[*shell.Text]string // of sourced texts
	evals     map[*shell.Text]place  // where the texts of eval stand
	ways      []Way
	depth     int // of functions and sourced texts
	steps     int
	left      int // how often the script ended, or was replaced
	bytes     int // of the values that have been put together
	aside     int // in a pipeline or a subshell, where exec replaces only a part
	loops     int
	followed  map[place]bool
	asked     int // in a condition: what runs there is not what the script is for
}

type function struct {
	body *syntax.Stmt
	in   *shell.Text
}

// in returns the walker, reading another text.
func (w *walker) in(text *shell.Text) *walker {
	w.text = text
	return w
}

func (w *walker) list(stmts []*syntax.Stmt, s *state) outcome {
	var all outcome
	for _, stmt := range stmts {
		if s == nil {
			break
		}
		o := w.stmt(stmt, s)
		all.returned = join(all.returned, o.returned)
		s = o.next
	}
	all.next = s
	return all
}

func (w *walker) stmt(stmt *syntax.Stmt, s *state) outcome {
	if !w.spend(stmt) {
		return outcome{}
	}
	if stmt.Background || stmt.Coprocess {
		return outcome{next: w.job(stmt, s)}
	}
	return w.command(stmt, s)
}

func (w *walker) command(stmt *syntax.Stmt, s *state) outcome {
	switch c := stmt.Cmd.(type) {
	case *syntax.CallExpr:
		return w.call(c, s)
	case *syntax.BinaryCmd:
		return w.binary(c, s)
	case *syntax.Block:
		return w.list(c.Stmts, s)
	case *syntax.Subshell:
		return w.beside(c.Stmts, s)
	case *syntax.IfClause:
		return w.ifClause(c, s)
	case *syntax.CaseClause:
		return w.caseClause(c, s)
	case *syntax.WhileClause:
		return w.while(c, s)
	case *syntax.ForClause:
		return w.forClause(c, s)
	case *syntax.FuncDecl:
		if c.Name != nil {
			w.functions[c.Name.Value] = function{c.Body, w.text}
		}
	case *syntax.ArithmCmd:
		w.counts([]syntax.ArithmExpr{c.X}, s)
	case *syntax.LetClause:
		w.counts(c.Exprs, s)
	case *syntax.DeclClause:
		s = w.declare(c, s)
	}
	return outcome{next: s}
}

// beside runs commands in a subshell: what they set is lost, and exec does not
// replace the script.
func (w *walker) beside(stmts []*syntax.Stmt, s *state) outcome {
	w.aside++
	defer func() { w.aside-- }()
	inner := s.copy()
	inner.last = nil
	end := w.list(stmts, inner)
	o := join(end.next, end.returned)
	after := s.copy()
	if o == nil {
		return outcome{next: after}
	}
	if len(o.last) > 0 {
		after.last = o.last
	}
	return outcome{next: after}
}

// job runs a command in the background.
func (w *walker) job(stmt *syntax.Stmt, s *state) *state {
	inner := s.copy()
	inner.last = nil
	plain := *stmt
	plain.Background, plain.Coprocess = false, false
	w.aside++
	end := w.command(&plain, inner)
	w.aside--
	after := s.copy()
	if o := join(end.next, end.returned); o != nil {
		for _, way := range o.last {
			way.Job, way.Exec, way.Then = true, false, false
			after.jobs = append(after.jobs, way)
		}
	}
	return after
}

// finish notes the programs that the script ends with on one way.
func (w *walker) finish(s *state) {
	if s == nil || w.aside > 0 {
		return
	}
	for _, way := range s.last {
		w.add(way)
	}
}

// place tells the commands of a script apart.
type place struct {
	in         *shell.Text
	start, end int
}

// where is the place of words: for those in the text of an eval, that of eval.
func (w *walker) where(args []*syntax.Word) (at place, eval bool) {
	at = place{w.text, start(args), end(args)}
	for range maxDepth {
		outer, ok := w.evals[at.in]
		if !ok {
			break
		}
		at, eval = outer, true
	}
	return at, eval
}

// goOn notes that a command runs behind the programs that ran last.
func (w *walker) goOn(s *state) {
	for i, way := range s.last {
		s.last[i].Then = true
		w.followed[place{way.In, way.Start, 0}] = true
	}
}

func (w *walker) add(way Way) {
	if len(w.ways) < maxWays {
		w.ways = union(w.ways, []Way{way})
	}
}
