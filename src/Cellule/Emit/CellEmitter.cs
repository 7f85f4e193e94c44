using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Cellule.Binding;
using Cellule.Lowering;
using Cellule.Lowering.Closures;
using Cellule.Lowering.StateMachines;
using Cellule.Symbols;
using Cellule.Text;

namespace Cellule.Emit;

/// <summary>
/// A cell as code: what runs it, what undoes its failing statement, the map from IL offsets back to its lines, and which of its
/// own statements runs or was the last to run.
/// </summary>
internal sealed record EmittedCell(Func<object?> Run, Action? Rollback, IReadOnlyDictionary<int, LineTable> Lines, Module Module, Func<TextSpan> Statement);

/// <summary>
/// Writes a lowered cell into a dynamic assembly of its own: the declared types, a class with the cell's variables as static
/// fields and its top-level methods, and the frames that lowering added.
/// </summary>
internal sealed class CellEmitter
{
    private static readonly ConstructorInfo IgnoresAccessChecks = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;

    private static int _count;

    // Attributes name types of earlier cells by their assembly, which the runtime doesn't find by itself when it is a dynamic one.
    static CellEmitter() => AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
        wanted.Name.StartsWith("Cell", StringComparison.Ordinal) ? Array.Find(AppDomain.CurrentDomain.GetAssemblies(), a => a.IsDynamic && a.FullName == wanted.Name) : null;

    private readonly AssemblyBuilder _assembly;
    private readonly ModuleBuilder _module;
    private readonly TypeBuilder _cellClass;
    private readonly RuntimeHandles _handles;
    private readonly TypeDeclarer _types;
    private readonly Dictionary<int, LineTable> _lines = [];
    private readonly Queue<SourceTypeSymbol> _anonymousTypes = new();

    // Names are unique: references between dynamic assemblies are told apart by name.
    private CellEmitter()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Cell{Interlocked.Increment(ref _count)}");
        _assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run);
        _module = _assembly.DefineDynamicModule(name);
        _cellClass = _module.DefineType("<Cell>", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit);
        _handles = new RuntimeHandles(_assembly);
        _types = new TypeDeclarer(_module, _handles);
        _handles.Missing = DeclareAnonymous;
    }

    public static EmittedCell Emit(LoweredCell cell) => new CellEmitter().Write(cell);

    private EmittedCell Write(LoweredCell cell)
    {
        _handles.Add(cell.Bound.Class, _cellClass);
        foreach (var type in cell.Bound.Types)
            _types.DeclareType(type);
        foreach (var type in cell.Bound.Types)
            _types.DeclareBases(type);
        foreach (var type in cell.Bound.Types)
            _types.DeclareConstraints(type);
        foreach (var variable in cell.Bound.Variables.AddRange(cell.Notes).Add(cell.Progress))
            _handles.Add(variable, _cellClass.DefineField(variable.Name, _handles.Type(variable.Type, GenericContext.Empty), FieldAttributes.Public | FieldAttributes.Static));
        foreach (var type in cell.Bound.Types)
            _types.DeclareMembers(type);
        foreach (var type in cell.Bound.Types)
            _types.DeclareOverrides(type);
        var declared = cell.Bound.Methods.ToDictionary(m => (MethodSymbol)m.Method, _ => true, (IEqualityComparer<MethodSymbol>)ReferenceEqualityComparer.Instance);
        foreach (var method in cell.Bound.Methods)
            _types.DeclareMethod(_cellClass, GenericContext.Empty, method.Method);
        _types.DeclareAttributes();

        var methods = cell.Methods.ToList();
        foreach (var frame in cell.Types.Frames)
            _types.DeclareFrame(frame);
        foreach (var frame in cell.Types.Frames)
            _types.DeclareFrameFields(frame);
        foreach (var method in methods.Where(m => m.Method is Lowering.Ir.FrameMethodSymbol))
        {
            var owner = method.Method.ContainingType;
            _types.DeclareMethod(owner is null ? _cellClass : _handles.Builder(owner), _types.ContextOf(owner), method.Method);
        }

        foreach (var method in methods)
            WriteBody(method);
        while (_anonymousTypes.TryDequeue(out var anonymous))
        {
            foreach (var method in cell.MembersOf(anonymous))
                WriteBody(method);
        }

        return Finish(cell, declared.Keys);
    }

    private void WriteBody(LoweredMethod method)
    {
        var handle = _handles.Definition(method.Method);
        var context = _types.ContextOf(method.Method.ContainingType);
        if (handle is MethodBuilder { IsGenericMethodDefinition: true } generic)
            context = context.With(method.Method.TypeParameters, generic.GetGenericArguments());
        var lines = new LineTable(method.Function.Name);
        var il = handle is ConstructorBuilder constructor ? constructor.GetILGenerator() : ((MethodBuilder)handle).GetILGenerator();
        FunctionEmitter.Emit(il, _module, _handles, context, method.Function, !handle.IsStatic, lines);
        _lines[handle.MetadataToken] = lines;
    }

    private TypeBuilder? DeclareAnonymous(TypeSymbol symbol)
    {
        if (symbol is not SourceTypeSymbol type || !type.Name.StartsWith("<>", StringComparison.Ordinal))
            return null;
        _types.DeclareType(type);
        _types.DeclareBases(type);
        _types.DeclareConstraints(type);
        _types.DeclareMembers(type);
        _anonymousTypes.Enqueue(type);
        return _handles.Builder(type);
    }

    private EmittedCell Finish(LoweredCell cell, IEnumerable<MethodSymbol> topLevel)
    {
        OpenInternals();
        _types.Finish();
        var finished = _cellClass.CreateType();
        foreach (var variable in cell.Bound.Variables)
            variable.SetRuntimeField(finished.GetField(variable.Name)!);
        var module = finished.Module;
        foreach (var method in topLevel)
            ((SourceMethodSymbol)method).SetRuntimeMethod(module.ResolveMethod(_handles.Definition(method).MetadataToken)!);
        var main = (MethodInfo)module.ResolveMethod(_handles.Definition(cell.Main).MetadataToken)!;
        var rollback = cell.Rollback is null ? null : (MethodInfo?)module.ResolveMethod(_handles.Definition(cell.Rollback).MetadataToken);
        var progress = finished.GetField(cell.Progress.Name)!;
        return new EmittedCell(
            main.CreateDelegate<Func<object?>>(),
            rollback?.CreateDelegate<Action>(),
            _lines,
            module,
            () => cell.Statements.IsEmpty ? default : cell.Statements[(int)progress.GetValue(null)!]);
    }

    // A cell may use the internals of our runtime support, of the earlier cells, and code that lowering moved to another class
    // those of its own. Only the cells that it names: each one opened costs memory, with all earlier ones their number squared.
    private void OpenInternals()
    {
        foreach (var opened in (Assembly[])[_assembly, typeof(CellEmitter).Assembly, .. _handles.OpenedCells])
            _assembly.SetCustomAttribute(new CustomAttributeBuilder(IgnoresAccessChecks, [opened.GetName().Name!]));
    }
}
