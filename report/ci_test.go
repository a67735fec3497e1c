package report_test

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

// TestGitHub reads the commands as the runner does (actions/runner,
// ActionCommand.TryParseV2).
func TestGitHub(t *testing.T) {
	said := write(t, "github", report.Options{}, results(t)...)
	form := regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	lines := strings.Split(strings.TrimSuffix(said, "\n"), "\n")
	i := 0
	for _, res := range results(t) {
		for _, f := range res.Findings {
			m := form.FindStringSubmatch(lines[i])
			assert.Assert(t, m != nil, lines[i])
			properties := map[string]string{}
			for _, p := range strings.Split(m[2], ",") {
				key, value, _ := strings.Cut(p, "=")
				properties[key] = unescape.Replace(value)
			}
			assert.Equal(t, properties["file"], excerpt.Visible(strings.TrimPrefix(f.In.Name, "./")))
			assert.Equal(t, properties["title"], f.Rule.Code+" "+f.Rule.Name)
			_, hasColumn := properties["col"]
			assert.Equal(t, hasColumn, properties["line"] == properties["endLine"], lines[i])
			told := strings.Split(unescape.Replace(m[3]), "\n")
			voices := 1 + len(f.Notes)
			if f.Help != "" {
				voices++
			}
			assert.Equal(t, len(told), voices, "%q", told)
			i++
		}
	}
	assert.Equal(t, i, len(lines))
}

type gitlabIssue struct {
	Description string
	Fingerprint string
	Severity    string
	Location    struct {
		Path  string
		Lines struct{ Begin, End int }
	}
}

func gitlabOf(t *testing.T, all ...*rules.Result) []gitlabIssue {
	t.Helper()
	var issues []gitlabIssue
	assert.NilError(t, json.Unmarshal([]byte(write(t, "gitlab", report.Options{}, all...)), &issues))
	return issues
}

func TestGitLab(t *testing.T) {
	assert.Equal(t, write(t, "gitlab", report.Options{}), "[]\n")
	seen := map[string]bool{}
	severities := regexp.MustCompile("^(info|minor|major|critical|blocker)$")
	for _, issue := range gitlabOf(t, results(t)...) {
		assert.Assert(t, !seen[issue.Fingerprint], "%v", issue)
		seen[issue.Fingerprint] = true
		assert.Assert(t, severities.MatchString(issue.Severity))
		assert.Assert(t, !strings.HasPrefix(issue.Location.Path, "./"))
		assert.Assert(t, 1 <= issue.Location.Lines.Begin && issue.Location.Lines.Begin <= issue.Location.Lines.End)
	}
}

// TestGitLabTellsFilesApart: the same finding in two files is two.
func TestGitLabTellsFilesApart(t *testing.T) {
	finding := func(name string) *rules.Result {
		f := dockerfile(name, "FROM a\nCMD x\n")
		return &rules.Result{File: f, Findings: []rules.Finding{{Rule: keepsTwo, Module: intent, In: f.Source, At: f.Instructions[1].Span}}}
	}
	issues := gitlabOf(t, finding("a/Dockerfile"), finding("b/Dockerfile"))
	assert.Assert(t, issues[0].Fingerprint != issues[1].Fingerprint)
}

func TestCheckstyle(t *testing.T) {
	var doc struct {
		Files []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Line    int    `xml:"line,attr"`
				Message string `xml:"message,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	assert.NilError(t, xml.Unmarshal([]byte(write(t, "checkstyle", report.Options{}, results(t)...)), &doc))
	var names []string
	messages := ""
	for _, f := range doc.Files {
		names = append(names, f.Name)
		for _, e := range f.Errors {
			messages += e.Message + "\n"
		}
	}
	assert.DeepEqual(t, names, []string{
		"app/Dockerfile", "multi/Dockerfile", "wide/Docker\ufffd[31mfile", "./crlf & co/Dockerfile,50%:x",
		"/abs/edge cases/Dockerfile", "newline.sh", "long/Dockerfile", "svc/entrypoint.sh",
	})
	assert.Assert(t, strings.Contains(messages, `characters that nobody sees: 100% "<&>". Help: remove <U+202E>evil<U+202C>.`))
	assert.Assert(t, strings.Contains(messages, "the mark stands under ␛[1mtarget␛[0m and nowhere else.\n"))
}
