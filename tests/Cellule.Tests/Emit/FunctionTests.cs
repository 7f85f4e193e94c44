using Xunit;

namespace Cellule.Tests.Emit;

/// <summary>Code that lowering moves elsewhere: closures, iterators, async functions, generic ones, handlers.</summary>
public class FunctionTests
{
    [Theory]
    [InlineData("var made = new List<Func<int>>(); for (int i = 0; i < 3; i++) { int copy = i; made.Add(() => copy * 10 + i); } string.Join(' ', made.Select(f => f()))", "3 13 23")]
    [InlineData("var made = new List<Func<int>>(); foreach (var n in new[] { 1, 2 }) made.Add(() => n); made[0]() + made[1]()", "3")]
    [InlineData("Func<int> Counter() { int n = 0; return () => ++n; } var a = Counter(); var b = Counter(); (a(), a(), b())", "(1, 2, 1)")]
    [InlineData("Func<int, Func<int, int>> add = a => b => a + b; add(3)(4)", "7")]
    [InlineData("int Outer(int a) { int Inner(int b) => b == 0 ? a : Inner(b - 1) + 1; return Inner(3); } Outer(10)", "13")]
    [InlineData("class C { int n = 5; public Func<int> Get() => () => n + Local(); int Local() => 1; } new C().Get()()", "6")]
    [InlineData("class C<T> { public Func<U, (T, U)> Pair<U>(T t) => u => (t, u); } new C<int>().Pair<string>(1)(\"x\")", "(1, x)")]
    [InlineData("Func<int, int> square = static n => n * n; var same = Enumerable.Range(0, 2).Select(_ => (Func<int>)(() => 1)).ToList(); (square(5), object.ReferenceEquals(same[0], same[1]))", "(25, True)")]
    [InlineData("Action add = () => { }; int n = 0; add += () => n++; add += () => n += 10; add(); n", "11")]
    public async Task Closures_share_the_variables_that_they_capture(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(code)}");

    [Theory]
    [InlineData("IEnumerable<int> Up(int n) { for (var i = 0; i < n; i++) yield return i; } string.Join(' ', Up(4))", "0 1 2 3")]
    [InlineData("IEnumerable<int> Some() { yield return 1; yield break; } var s = Some(); s.Count() + s.Count()", "2")]
    [InlineData("var log = \"\"; IEnumerable<int> Guarded() { try { yield return 1; yield return 2; } finally { log += \"closed\"; } } foreach (var n in Guarded()) break; log", "closed")]
    [InlineData("IEnumerable<T> Twice<T>(IEnumerable<T> from) { foreach (var t in from) { yield return t; yield return t; } } string.Concat(Twice(\"ab\"))", "aabb")]
    [InlineData("class Tree { public Tree? L, R; public int V; public IEnumerable<int> All() { if (L != null) foreach (var v in L.All()) yield return v; yield return V; if (R != null) foreach (var v in R.All()) yield return v; } } string.Join(' ', new Tree { V = 2, L = new Tree { V = 1 }, R = new Tree { V = 3 } }.All())", "1 2 3")]
    public async Task Iterators_go_on_where_they_were(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(code)}");

    [Theory]
    [InlineData("async Task<int> Slow(int n) { await Task.Delay(1); return n; } await Slow(3) + await Slow(4)", "7")]
    [InlineData("async Task<string> Order() { var s = \"a\"; await Task.Yield(); s += \"b\"; try { await Task.Yield(); throw new Exception(\"c\"); } catch (Exception e) { await Task.Yield(); s += e.Message; } finally { await Task.Yield(); s += \"d\"; } return s; } await Order()", "abcd")]
    [InlineData("async ValueTask<int> V(int n) { await Task.Yield(); return n; } await V(5)", "5")]
    [InlineData("async Task T() => await Task.Yield(); await T(); 1", "1")]
    [InlineData("async IAsyncEnumerable<int> Up() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } } var sum = 0; await foreach (var n in Up()) sum += n; sum", "3")]
    [InlineData("async IAsyncEnumerable<int> Fails() { yield return 1; await Task.Yield(); throw new Exception(\"late\"); } var seen = \"\"; try { await foreach (var n in Fails()) seen += n; } catch (Exception e) { seen += e.Message; } seen", "1late")]
    [InlineData("int[] a = { 1, 2 }; async Task<int> At(int i) { await Task.Yield(); return i; } a[await At(1)] += await At(5); a[1]", "7")]
    [InlineData("Func<int, Task<int>> twice = async n => { await Task.Yield(); return n * 2; }; (await Task.WhenAll(twice(1), twice(2))).Sum()", "6")]
    public async Task Async_functions_keep_their_values_across_awaits(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(code)}");

    [Theory]
    [InlineData("string F() { var s = \"\"; try { s += 1; return s + \"r\"; } finally { s += 2; } } F()", "1r")]
    [InlineData("var s = \"\"; for (var i = 0; i < 3; i++) { try { if (i == 1) continue; s += i; } finally { s += \"f\"; } } s", "0ff2f")]
    [InlineData("var s = \"\"; while (true) { try { try { s += 1; break; } finally { s += 2; } } finally { s += 3; } } s", "123")]
    [InlineData("int F(int n) { try { return 10 / n; } catch (DivideByZeroException) when (n == 0) { return -1; } } F(0) + F(5)", "1")]
    [InlineData("string F() { try { try { throw new Exception(\"a\"); } catch (Exception e) when (e.Message == \"b\") { return \"wrong\"; } } catch (Exception e) { return \"outer \" + e.Message; } } F()", "outer a")]
    [InlineData("string F() { try { try { throw new InvalidOperationException(); } catch { throw; } } catch (InvalidOperationException) { return \"again\"; } } F()", "again")]
    [InlineData("var s = \"\"; class D : IDisposable { public Action On = null!; public void Dispose() => On(); } { using var d = new D { On = () => s += \"d\" }; s += \"b\"; } s", "bd")]
    [InlineData("object F(bool t) => t ? throw new Exception(\"x\") : 1; int n = 0; try { F(true); } catch { n = 1; } n", "1")]
    public async Task Handlers_run_in_order(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(code)}");

    [Theory]
    [InlineData("T Largest<T>(params T[] items) where T : IComparable<T> { var max = items[0]; foreach (var i in items) if (i.CompareTo(max) > 0) max = i; return max; } (Largest(1, 3, 2), Largest(\"a\", \"c\"))", "(3, c)")]
    [InlineData("class Stack<T> { readonly List<T> items = new(); public void Push(T t) => items.Add(t); public T Pop() { var t = items[^1]; items.RemoveAt(items.Count - 1); return t; } public static int Made = 0; } Stack<int>.Made = 2; var s = new Stack<string>(); s.Push(\"x\"); (s.Pop(), Stack<int>.Made, Stack<string>.Made)", "(x, 2, 0)")]
    [InlineData("interface IShape { double Area { get; } static abstract string Name { get; } } struct Sq(double s) : IShape { public double Area => s * s; public static string Name => \"square\"; } string Say<T>(T t) where T : IShape => T.Name + t.Area; Say(new Sq(3))", "square9")]
    [InlineData("class Base<T> { public virtual string Say(T t) => $\"base {t}\"; } class Own : Base<int> { public override string Say(int n) => \"own \" + base.Say(n); } new Own().Say(4)", "own base 4")]
    [InlineData("T Make<T>() where T : new() => new T(); Make<List<int>>().Count", "0")]
    [InlineData("bool Same<T>(T a, T b) where T : class => a == b; var s = \"x\"; Same(s, s)", "True")]
    [InlineData("T? None<T>() => default; (None<int>(), None<string>() is null)", "(0, True)")]
    public async Task Generic_code_serves_every_type(string code, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(code)}");

    [Theory]
    [InlineData("class A { internal int N = 1; protected internal int M = 2; private class Inner { } public object Make() => new Inner(); }\n---\nclass B : A { public int Sum => N + M; } new B().Sum", "3")]
    [InlineData("class A { public int N = 4; } int Read(A a) => a.N;\n---\nnew List<A> { new A() }.Sum(Read)", "4")]
    [InlineData("var pair = new { Name = \"n\", Value = 2 };\n---\nvar other = new { Name = \"m\", Value = 3 }; (pair.Value + other.Value, pair.GetType() == other.GetType())", "(5, True)")]
    [InlineData("enum Colour { Red, Green }\n---\nDictionary<Colour, int> by = new() { [Colour.Green] = 7 }; by[Colour.Green]", "7")]
    [InlineData("record P(int X); delegate int F(P p);\n---\nF f = p => p.X; f(new P(3) with { X = 4 })", "4")]
    [InlineData("class G<T> { internal T V = default!; internal U Map<U>(Func<T, U> f) => f(V); }\n---\nnew G<int> { V = 3 }.Map(n => n + \"!\")", "3!")]
    public async Task A_cell_reaches_what_earlier_ones_keep_internal(string cells, string expected) =>
        Assert.Equal(expected, $"{await EmittedCells.ValueOf(cells)}");
}
