using Cellule.Session;
using Xunit;

namespace Cellule.Tests.Session;

public class SessionTests
{
    private readonly CellSession _session = new();
    private readonly RecordedOutput _output = new("first line", "second line");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<CellResult> Run(string code, CancellationToken? interrupt = null)
    {
        var result = await _session.RunAsync(code, _output, interrupt ?? Stop);
        Assert.Null(_session.CompilerFault);
        return result;
    }

    private async Task<object?> Value(string code)
    {
        var result = await Run(code);
        Assert.True(result.Status == CellStatus.Ok, string.Join("\n", result.Traceback));
        return result.Value;
    }

    [Fact]
    public async Task A_trailing_expression_is_the_value_and_a_statement_has_none()
    {
        Assert.Equal(2, await Value("1 + 1"));
        Assert.False((await Run("var x = 3;")).HasValue);
        Assert.False((await Run("x.Display()")).HasValue);
        var nothing = await Run("(string?)null");
        Assert.True(nothing.HasValue);
        Assert.Null(nothing.Value);
    }

    [Fact]
    public async Task Later_cells_see_variables_functions_and_usings()
    {
        await Run("using System.Globalization; var x = 20; int Twice(int n) => n * 2; T Same<T>(T t) => t;");
        Assert.Equal(40, await Value("Twice(x)"));
        Assert.Equal("a", await Value("Same(\"a\")"));
        Assert.Equal("", await Value("CultureInfo.InvariantCulture.Name"));
        Assert.Equal("text", await Value("var x = \"text\"; x"));
        Assert.Equal(["x"], _session.Variables.Select(v => v.Name));
    }

    [Fact]
    public async Task A_function_changes_the_variable_that_it_captured()
    {
        await Run("int n = 0; void Count() { n++; }");
        await Run("Count(); Count();");
        Assert.Equal(2, await Value("n"));
    }

    [Fact]
    public async Task A_cell_with_an_error_does_not_run_at_all()
    {
        var result = await Run("Console.WriteLine(\"ran\");\nvar a = nope;\nint b = \"text\";");
        Assert.Equal(CellStatus.Rejected, result.Status);
        Assert.Equal(["CS0103", "CS0029"], result.Diagnostics.Select(d => d.Id));
        Assert.Equal("", _output.Text);
        Assert.Equal("(2,9): error CS0103: The name 'nope' does not exist in the current context", result.Traceback[0]);
        Assert.Equal("    var a = nope;", result.Traceback[1]);
        Assert.Equal("            ^^^^", result.Traceback[2]);
        Assert.Empty(_session.Variables);
    }

    [Theory]
    [InlineData("x = 2; x = 3; throw new Exception();", 3)]
    [InlineData("x = 2; { x = 5; throw new Exception(); }", 2)]
    [InlineData("x = 2; for (;;) { x++; if (x > 10) throw new Exception(); }", 2)]
    [InlineData("void Set() { x = 9; throw new Exception(); } x = 4; Set();", 4)]
    [InlineData("x = 4; Action set = () => { x = 9; throw new Exception(); }; set();", 4)]
    [InlineData("{ ref int r = ref x; r = 6; } { ref int r = ref x; r++; throw new Exception(); }", 6)]
    [InlineData("if (x == 1) { x = 7; goto end; } x = 8; end: throw new Exception();", 7)]
    [InlineData("try { x = 3; throw new Exception(); } finally { x++; }", 1)]
    [InlineData("x = 3; (x = 4).ToString(null, null).Substring(9)", 3)]
    public async Task A_cell_that_fails_leaves_variables_as_before_the_failing_statement(string code, int expected)
    {
        await Run("int x = 1;");
        Assert.Equal(CellStatus.Failed, (await Run(code)).Status);
        Assert.Equal(expected, await Value("x"));
    }

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) x += i;", 4)]
    [InlineData("var copy = x; Action add = () => x++; for (var i = 0; i < 3; i++) add();", 4)]
    [InlineData("void Add() => x++; for (var i = 0; i < 3; i++) { Add(); x *= 2; }", 22)]
    [InlineData("{ ref int r = ref x; r = 6; r++; }", 7)]
    [InlineData("{ var span = new Span<int>(ref x); span[0] = 6; span[0]++; }", 7)]
    [InlineData("x = 5; if (x == 5) return 0; x = 6;", 5)]
    [InlineData("x = 5; while (true) { x++; if (x > 7) goto end; } end: x += 10;", 18)]
    [InlineData("int.TryParse(\"12\", out x);", 12)]
    [InlineData("x = 5; x++", 6)]
    public async Task A_variable_has_its_last_value_in_later_cells_and_functions(string code, int expected)
    {
        await Run("int x = 1; int Read() => x;");
        await Run(code);
        Assert.Equal(expected, await Value("x"));
        Assert.Equal(expected, await Value("Read()"));
    }

    [Fact]
    public async Task A_loop_sees_what_another_thread_changes()
    {
        await Run("bool stop = false; var task = Task.Run(async () => { await Task.Delay(50); stop = true; });");
        await Run("while (!stop) System.Threading.Thread.Sleep(1);");
        Assert.True((bool?)await Value("stop"));
    }

    [Fact]
    public async Task A_redeclared_function_replaces_the_one_of_its_signature()
    {
        await Run("int F(int n) => n; string F(string s) => s; T G<T>(T t) => t;");
        Assert.Equal(6, await Value("int F(int n) => n * 2; object G<U>(U u) => \"new\"; F(3)"));
        Assert.Equal("a", await Value("F(\"a\")"));
        Assert.Equal("new", await Value("G(1)"));
    }

    [Fact]
    public async Task A_run_time_error_names_the_lines_of_the_cells()
    {
        await Run("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var result = await Run("var x = 1;\nvar y = 0;\n\nDivide(x,\n    y);");
        Assert.IsType<DivideByZeroException>(result.Exception);
        Assert.Equal(
            [
                "System.DivideByZeroException: Attempted to divide by zero.",
                "   at Divide in cell 1, line 3: return a / b;",
                "   at cell 2, line 4: Divide(x,",
            ],
            result.Traceback);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("long n = 0; while (true) { try { n++; } catch (Exception) { } }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("for (;;) ;")]
    [InlineData("long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(80)")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    public async Task An_interrupt_ends_the_cell_and_the_session_goes_on(string code)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        interrupt.CancelAfter(200);
        var result = await Run(code, interrupt.Token);
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal(3, await Value("1 + 2"));
    }

    [Fact]
    public async Task A_cell_left_behind_in_a_library_call_does_not_go_on()
    {
        await Run("int x = 1; var gate = new[] { 0 };");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        // A query over the platform's own endless sequence asks nobody until the gate opens.
        const string Code = "Console.Write(0); x = Enumerable.Repeat(gate, int.MaxValue).TakeWhile(g => System.Threading.Volatile.Read(ref g[0]) == 0).Count(); x = 3; Console.Write(x);";
        var running = Run(Code, interrupt.Token);
        while (_output.Text.Length == 0)
            await Task.Delay(10, Stop);
        await interrupt.CancelAsync();
        var result = await running;
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Contains("cannot be stopped", result.Traceback[0], StringComparison.Ordinal);
        Assert.Equal(1, await Value("x"));
        await Run("System.Threading.Volatile.Write(ref gate[0], 1); System.Threading.Thread.Sleep(200);");
        Assert.Equal(1, await Value("x"));
        Assert.Equal("0", _output.Text);
    }

    [Theory]
    [InlineData("int F(int n) => 1 + F(n + 1);", "F(0)")]
    [InlineData("int F(int n) { try { return F(n + 1); } finally { n++; } }", "F(0)")]
    [InlineData("int F(int n) => Other(n); int Other(int n) => F(n + 1);", "F(0)")]
    [InlineData("class C { public override bool Equals(object? o) => o!.Equals(this); public override int GetHashCode() => 1; }", "new C().Equals(new C())")]
    [InlineData("class C { public override string ToString() => $\"{this}\"; }", "new C().ToString()")]
    [InlineData("class C { public int P => P + 1; }", "new C().P")]
    [InlineData("Func<int, int> f = null!; f = n => f(n + 1) + 1;", "f(0)")]
    [InlineData("async Task<int> F(int n) => await F(n + 1) + 1;", "await F(0)")]
    [InlineData("IEnumerable<int> F() { foreach (var n in F()) yield return n; }", "F().Count()")]
    public async Task Deep_recursion_is_an_error_and_not_the_end_of_the_process(string declaration, string call)
    {
        await Run(declaration);
        var result = await Run("\n" + call);
        Assert.IsType<InsufficientExecutionStackException>(result.Exception);
        Assert.Equal("   at cell 2, line 2: " + call, result.Traceback[^1]);
        Assert.InRange(result.Traceback.Count, 2, 6);
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => int.Parse(\"q\")).Start();")]
    [InlineData("async void F() { await Task.Delay(1); int.Parse(\"q\"); } F();")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => int.Parse(\"q\"));")]
    [InlineData("var timer = new System.Threading.Timer(_ => int.Parse(\"q\"), null, 1, -1);")]
    public async Task An_exception_on_a_thread_of_the_cell_is_told_and_ends_nothing(string code)
    {
        UnhandledExceptions.TellCells();
        await Run(code);
        for (var i = 0; i < 1000 && !_output.Text.Contains("cell 1, line 1", StringComparison.Ordinal); i++)
            await Task.Delay(20, Stop);
        Assert.Contains("System.FormatException", _output.Text, StringComparison.Ordinal);
        Assert.Contains("cell 1, line 1", _output.Text, StringComparison.Ordinal);
        Assert.Equal(2, await Value("1 + 1"));
    }

    [Fact]
    public async Task Output_comes_in_order_from_whatever_thread()
    {
        await Run("""
            Console.Write("a");
            Console.Error.Write("b");
            await Task.Run(() => Console.Write("c"));
            var t = new System.Threading.Thread(() => Console.Write("d")); t.Start(); t.Join();
            display("e");
            Console.WriteLine("f");
            """);
        Assert.Equal("a[err b]cd[show e]f\n", _output.Text);
    }

    [Fact]
    public async Task The_console_outside_is_untouched_after_a_cell()
    {
        var outside = Console.Out;
        await Run("Console.WriteLine(1);");
        if (!ReferenceEquals(outside, Console.Out))
            Assert.DoesNotContain("1\n", outside.ToString(), StringComparison.Ordinal);
        Assert.Equal("1\n", _output.Text);
    }

    [Fact]
    public async Task Input_comes_from_the_person_at_the_notebook()
    {
        Assert.Equal("first line", await Value("Console.ReadLine()"));
        Assert.Equal("second line", await Value("GetInput(\"name?\")"));
        Assert.Null(await Value("Console.ReadLine()"));
    }

    [Fact]
    public async Task Displayed_values_can_be_replaced()
    {
        await Run("var h = display(1); h.Update(2); \"x\".Display(); \"<b>\".DisplayAs(\"text/html\"); display(HTML(\"<i>\"));");
        Assert.Equal([1, 2, "x", "<b>", new MimeText("text/html", "<i>")], _output.Displays.Select(d => d.Value));
        Assert.Equal(_output.Displays[0].DisplayId, _output.Displays[1].DisplayId);
        Assert.Equal([false, true, false, false, false], _output.Displays.Select(d => d.Update));
        Assert.Equal("text/html", _output.Displays[3].MimeType);
    }

    [Theory]
    [InlineData("#!html\n<b>x</b>", "text/html", "<b>x</b>")]
    [InlineData("#!markdown\n# T", "text/markdown", "# T")]
    public async Task A_segment_of_another_language_is_shown(string code, string mimeType, string text)
    {
        await Run(code);
        Assert.Equal(new MimeText(mimeType, text), Assert.Single(_output.Displays).Value);
    }

    [Fact]
    public async Task Segments_keep_the_lines_of_the_cell()
    {
        var result = await Run("#!markdown\ntext\n#!csharp\nvar x = nope;");
        Assert.Equal(4, Assert.Single(result.Diagnostics).Line);
    }

    [Fact]
    public async Task Commands_answer()
    {
        await Run("var count = 3; var name = \"n\";");
        await Run("#!who");
        Assert.Equal("count\nname\n", _output.Text);
        await Run("#!whos");
        Assert.Contains("count     int     3", _output.Text, StringComparison.Ordinal);
        await Run("#!time\nvar y = 1;");
        Assert.Contains("Wall time: ", _output.Displays[^1].Value!.ToString(), StringComparison.Ordinal);
        await Run("#!lsmagic");
        Assert.Contains("#!whos", _output.Text, StringComparison.Ordinal);
        await Run("#!set --name fromSet --value \"some text\"");
        Assert.Equal("some text", await Value("fromSet"));
    }

    [Theory]
    [InlineData("#!nothing", "CELL0102")]
    [InlineData("#!fsharp\nlet x = 1", "CELL0101")]
    [InlineData("#r \"nuget: No.Such.Package, 1.0\"\n1", "CS0006")]
    [InlineData("#r \"no/such/file.dll\"\n1", "CS0006")]
    [InlineData("#load \"no-such-file.csx\"\n1", "CS1504")]
    public async Task A_command_that_can_not_be_met_says_so(string code, string id)
    {
        var result = await Run(code);
        Assert.Equal(CellStatus.Rejected, result.Status);
        Assert.Equal(id, Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public async Task Files_are_loaded_as_cells()
    {
        var folder = Directory.CreateTempSubdirectory("cells");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.csx"), "int FromFile() => 5;", Stop);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "b.ipynb"),
                """{"cells":[{"cell_type":"markdown","source":"x"},{"cell_type":"code","source":["var fromNotebook = \n","7;"]}]}""",
                Stop);
            var session = new CellSession(folder.FullName);
            var result = await session.RunAsync("#load \"a.csx\"\n#!import b.ipynb\nFromFile() + fromNotebook", _output, Stop);
            Assert.True(result.Status == CellStatus.Ok, string.Join("\n", result.Traceback));
            Assert.Equal(12, result.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("1 + 1", CompletenessStatus.Complete, "")]
    [InlineData("for (int i = 0; i < 3; i++) {", CompletenessStatus.Incomplete, "    ")]
    [InlineData("foo(1,", CompletenessStatus.Incomplete, "")]
    [InlineData("int ) = 3;", CompletenessStatus.Invalid, "")]
    public void A_cell_is_complete_or_wants_more(string code, CompletenessStatus status, string indent) =>
        Assert.Equal(new CellCompleteness(status, indent), _session.IsComplete(code));
}
