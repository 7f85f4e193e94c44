using Cellule.Session;
using Xunit;

namespace Cellule.Tests.Session;

/// <summary>Completion and inspection at the bar, after a cell that left some variables.</summary>
public sealed class CellAssistanceTests
{
    private const string Earlier = """
        var numbers = new List<int> { 1, 2 };
        var byName = new Dictionary<string, int> { ["alpha"] = 1, ["beta"] = 2 };
        int Twice(int count) => 2 * count;
        record Person(string Name, DateTime Born, DayOfWeek Shift) { public string? Rank { get; set; } private int Secret { get; set; } }
        var people = new List<Person>();
        class Table { public List<Column> Columns { get; } = [new Column("partner"), new Column("kind")]; public List<string> Rows { get; } = []; }
        record Column(string Name);
        record Holder(Table Meetings);
        var table = new Table();
        var corpus = new Holder(table);
        """;

    [Theory]
    [InlineData("\"a\".ToUpperI|", "ToUpperInvariant", 4)]
    [InlineData("Console.WriteL|", "WriteLine", 8)]
    [InlineData("numbers.|", "Where", 8)]
    [InlineData("numbers.Ad|", "Add", 8)]
    [InlineData("num|", "numbers", 0)]
    [InlineData("Twi|", "Twice", 0)]
    [InlineData("Twice(co|", "count:", 6)]
    [InlineData("string.Join(sep|", "separator:", 12)]
    [InlineData("forea|", "foreach", 0)]
    [InlineData("System.IO.Pat|", "Path", 10)]
    [InlineData("DayOfWeek.Fri|", "Friday", 10)]
    [InlineData("byName[\"al|", "alpha", 8)]
    [InlineData("var q = numbers.Select(n => n * 2); q.First|", "FirstOrDefault", 38)]
    [InlineData("if (true) { numbers.Cou|", "Count", 20)]
    [InlineData("new List<int>().Add|", "AddRange", 16)]
    [InlineData("numbers.Where(n => n > 1).OrderB|", "OrderByDescending", 26)]
    [InlineData("numbers\n  .Where(n => n > 1)\n  .OrderB|", "OrderBy", 32)]
    public async Task A_name_is_completed(string marked, string expected, int start)
    {
        var (session, code, position) = await AfterAsync(marked);
        var list = session.Complete(code, position);
        Assert.Contains(expected, list.Items.Select(item => item.Text));
        Assert.Equal((start, position), (list.ReplaceStart, list.ReplaceEnd));
    }

    [Theory]
    [InlineData("people.Where(person => person.|", "Shift")]
    [InlineData("people.Where(person => person.Na|);\nvar x = 1;", "Name")]
    [InlineData("people.Where(person => person.|\nvar x = 1;\nConsole.WriteLine(x);", "Born")]
    [InlineData("people.Where((person) => person.Born.|", "Year")]
    [InlineData("people.Select(p => new { p.Name, Year = p.Born.Year }).OrderBy(r => r.|", "Year")]
    [InlineData("people.Select(p => (Who: p.Name, When: p.Born)).Where(t => t.|", "When")]
    [InlineData("people.SelectMany(p => people.Where(other => other.|", "Shift")]
    [InlineData("people.SelectMany(p => people.Where(other => p.|", "Shift")]
    [InlineData("people.ToDictionary(p => p.Name, p => p.|", "Born")]
    [InlineData("people.Aggregate(0, (sum, person) => sum + person.|", "Name")]
    [InlineData("people.ForEach(person => { var day = person.Born; day.|", "AddDays")]
    [InlineData("Func<Person, string> f = person => person.|", "Rank")]
    [InlineData("people.Where(pre|", "predicate:")]
    [InlineData("people.Where(person => per|", "person")]
    [InlineData("from p in people where p.|", "Shift")]
    [InlineData("from p in people where p.Name != null select p.|", "Born")]
    [InlineData("from p in people let day = p.Born orderby day.|", "Year")]
    [InlineData("from p in people from q in people where q.|", "Name")]
    [InlineData("from person in people select per|", "person")]
    [InlineData("from p in people group p by p.Shift into g select g.|", "Key")]
    [InlineData("foreach (var person in people) { person.|", "Rank")]
    [InlineData("foreach (var person in people)\n{\n    person.\n|", "Rank")]
    [InlineData("foreach (var (key, value) in byName) key.|", "Length")]
    [InlineData("object o = 1; if (o is Person who) who.|", "Name")]
    [InlineData("object o = 1; if (o is Person { Name: var name }) { name.|", "Length")]
    [InlineData("var text = o switch { Person who => who.|", "Name", "object o = 1;")]
    [InlineData("void Show(Person person) { person.|", "Name")]
    [InlineData("int Sum(List<Person> all)\n{\n    var total = 0;\n    foreach (var one in all)\n    {\n        var born = one.Born;\n        born.|\n    }\n    return total;\n}", "Month")]
    [InlineData("int Sum(List<Person> all)\n{\n    var total = 0;\n    if (all.Count > 0)\n    {\n        tot|", "total")]
    [InlineData("class Box { private int _inner; int Get() => this.|", "_inner")]
    [InlineData("class Box { private int inner; int Get() { return inn|", "inner")]
    [InlineData("try { } catch (Exception e) { e.|", "Message")]
    [InlineData("using (var reader = new StringReader(\"\")) reader.|", "ReadLine")]
    [InlineData("people.FirstOrDefault()?.|", "Name")]
    [InlineData("people[0].|", "Name")]
    [InlineData("$\"{people[0].|}\"", "Name")]
    [InlineData("var p = new Person(\"\", default, default) { |", "Rank")]
    [InlineData("var p = new Person(\"\", default, default) { Ra|", "Rank")]
    [InlineData("var q = people[0] with { Bo|", "Born")]
    [InlineData("if (people[0] is { Na|", "Name")]
    [InlineData("new Person(|", "Name:")]
    [InlineData("new Person(\"x\", Bo|", "Born:")]
    [InlineData("people[0].Shift == |", "DayOfWeek.Friday")]
    [InlineData("people.Where(p => p.Shift == Fri|", "DayOfWeek.Friday")]
    [InlineData("DayOfWeek day = |", "DayOfWeek.Monday")]
    [InlineData("var q = people[0].Shift switch { |", "DayOfWeek.Monday")]
    [InlineData("switch (people[0].Shift) { case |", "DayOfWeek.Monday")]
    [InlineData("new Person(\"\", default, |", "DayOfWeek.Monday")]
    [InlineData("using System.Te|", "Text")]
    [InlineData("using static System.Ma|", "Math")]
    [InlineData("using System.Globalization;\nCultureIn|", "CultureInfo")]
    [InlineData("#!ti|", "#!time")]
    [InlineData("#r \"nuget: Cell|", "Cellule")]
    [InlineData("table[\"par|", "partner")]
    [InlineData("corpus.Meetings[\"|", "kind")]
    [InlineData("table.Rows.Where(row => row[\"k|", "kind")]
    [InlineData("Environment.SpecialFolder.Desk|", "Desktop")]
    [InlineData("Environment.|", "SpecialFolder")]
    [InlineData("List<int>.Enum|", "Enumerator")]
    [InlineData("record Later(int Size); people.Select(p => new Later(1)).Where(l => l.|", "Size")]
    public async Task What_is_known_at_the_cursor_is_offered(string marked, string expected, string before = "")
    {
        var (session, code, position) = await AfterAsync(before + marked);
        Assert.Contains(expected, session.Complete(code, position).Items.Select(item => item.Text));
    }

    [Theory]
    [InlineData("people[0].|", "Secret")]
    [InlineData("people[0].|", "get_Name")]
    [InlineData("System.|", "SR")]
    [InlineData("using System.|", "Console")]
    [InlineData("people.Where(p => p.|", "numbers")]
    [InlineData("new Per|", "people")]
    [InlineData("var p = new Person(\"\", default, default) { Rank = null, |", "Rank")]
    public async Task What_cannot_stand_at_the_cursor_is_not_offered(string marked, string absent)
    {
        var (session, code, position) = await AfterAsync(marked);
        var offered = session.Complete(code, position).Items.Select(item => item.Text).ToList();
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(absent, offered);
    }

    [Theory]
    [InlineData("// numbers.|")]
    [InlineData("\"numbers.|\"")]
    [InlineData("var x = 12|")]
    [InlineData("numbers.Where(n => n.Nothing.|")]
    public async Task Nothing_is_offered_where_no_name_stands(string marked)
    {
        var (session, code, position) = await AfterAsync(marked);
        Assert.Empty(session.Complete(code, position).Items);
    }

    [Fact]
    public void Paths_are_offered_after_a_reference()
    {
        var folder = Directory.CreateTempSubdirectory("cellule").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Lib.dll"), "");
            File.WriteAllText(Path.Combine(folder, "notes.txt"), "");
            Directory.CreateDirectory(Path.Combine(folder, "Libraries"));
            var list = new CellSession(folder).Complete("#r \"Li", 6);
            Assert.Equal((4, 6), (list.ReplaceStart, list.ReplaceEnd));
            Assert.Equal(["Lib.dll", "Libraries/"], list.Items.Select(item => item.Text).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

    }

    [Theory]
    [InlineData("people.Where(person => person.Sh|ift == 0)", "DayOfWeek ")]
    [InlineData("people.Where(person => per|son.Shift == 0)", "Person person")]
    [InlineData("new Dict|ionary<string, int>()", "Dictionary<")]
    [InlineData("string|.Join", "class string")]
    [InlineData("Environment.SpecialFold|er.Desktop", "enum ")]
    [InlineData("numbers.Where|", "Where<TSource>")]
    [InlineData("num|bers", "System.Collections.Generic.List<int> numbers")]
    [InlineData("numbers.Add|(1)", "void System.Collections.Generic.List<int>.Add(int item)")]
    [InlineData("Console|.WriteLine()", "static class System.Console")]
    [InlineData("Twice|(1)", "int ")]
    [InlineData("byName.Count|", "int ")]
    [InlineData("numbers.Add(|)", "List<int>.Add(int item)")]
    [InlineData("numbers.Add(1|2)", "List<int>.Add(int item)")]
    [InlineData("numbers.Insert(0, (1 + 2) * |3)", "List<int>.Insert(int index, int item)")]
    [InlineData("Console.WriteLine(\"te|xt\")", "Console.WriteLine(")]
    [InlineData("numbers.Add(num|bers.Count)", "System.Collections.Generic.List<int> numbers")]
    [InlineData("Twice(|", "int Twice(")]
    public async Task A_symbol_is_inspected(string marked, string signature)
    {
        var (session, code, position) = await AfterAsync(marked);
        Assert.Contains(signature, session.Inspect(code, position)?.Signature ?? "nothing", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 + |")]
    [InlineData("unknown.|")]
    [InlineData("\"open string |")]
    [InlineData("((((|")]
    [InlineData("....|")]
    [InlineData("x[\"|")]
    [InlineData("}|")]
    [InlineData("numbers.ForEach(n => { |")]
    [InlineData("numbers.Add(1); |")]
    public async Task Nothing_that_is_written_throws(string marked)
    {
        var (session, code, position) = await AfterAsync(marked);
        Assert.NotNull(session.Complete(code, position));
        Assert.Null(session.Inspect(code, position));
    }

    private static async Task<(CellSession Session, string Code, int Position)> AfterAsync(string marked)
    {
        var session = new CellSession();
        var result = await session.RunAsync(Earlier, new Quiet(), TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Ok, result.Status);
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        return (session, marked.Remove(position, 1), position);
    }

    private sealed class Quiet : ICellOutput
    {
        public void Write(string text)
        {
        }

        public void WriteError(string text)
        {
        }

        public void Display(DisplayRequest request)
        {
        }

        public void Clear(bool wait)
        {
        }

        public string? ReadLine(string prompt, bool password) => null;
    }
}
