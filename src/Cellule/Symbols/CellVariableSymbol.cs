using System.Reflection;

namespace Cellule.Symbols;

/// <summary>
/// A variable declared at the top level of a cell: a public static field of the cell's class, which later cells see.
/// Redeclaring it in a later cell makes a new symbol.
/// </summary>
internal sealed class CellVariableSymbol(string name, TypeSymbol type) : FieldSymbol
{
    private FieldInfo? _field;

    public override string Name { get; } = name;

    public override TypeSymbol Type => DeclaredType;

    /// <summary>Set once its declaration is bound; replaced by the loaded types when the cell has been emitted.</summary>
    public TypeSymbol DeclaredType { get; set; } = type;

    public override bool IsStatic => true;

    public override bool IsConst => HasConstant;

    public bool HasConstant { get; set; }

    public object? Constant { get; set; }

    public override object? ConstantValue => Constant;

    public override MemberInfo? RuntimeMember => _field;

    /// <summary>
    /// Code other than the cells' own statements refers to it: a function, lambda or type of some cell. Until then nobody but the
    /// running cell's thread can see it.
    /// </summary>
    public bool IsShared { get; set; }

    /// <summary>The emitter sets it when the cell's class has been created.</summary>
    public void SetRuntimeField(FieldInfo field) => _field = field;
}
