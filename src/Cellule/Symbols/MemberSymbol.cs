using System.Collections.Immutable;
using System.Reflection;

namespace Cellule.Symbols;

/// <summary>
/// A member of a type, or of a cell (then <see cref="ContainingType"/> is null). Members of constructed types are
/// substituted views of their <see cref="OriginalDefinition"/>; equality is by definition, containing type and type arguments.
/// </summary>
internal abstract class MemberSymbol : Symbol
{
    public virtual TypeSymbol? ContainingType => null;

    public virtual Accessibility Accessibility => Accessibility.Public;

    public virtual bool IsStatic => false;

    public virtual bool IsAbstract => false;

    /// <summary>Declared <c>virtual</c>, <c>abstract</c> or <c>override</c>, or an interface's.</summary>
    public virtual bool IsVirtual => false;

    public virtual bool IsOverride => false;

    /// <summary>The member of the generic definition; otherwise the member itself.</summary>
    public virtual MemberSymbol OriginalDefinition => this;

    /// <summary>The member that reflection gave, null for those of the cell being compiled (and views of them).</summary>
    public virtual MemberInfo? RuntimeMember => null;

    /// <summary>Null, or the text of its <c>[Obsolete]</c> when that is an error.</summary>
    public virtual string? ObsoleteError => null;
}

/// <summary>A field. A constant's value is known to the binder, which replaces its uses.</summary>
internal abstract class FieldSymbol : MemberSymbol
{
    public abstract TypeSymbol Type { get; }

    public virtual bool IsReadOnly => false;

    public virtual bool IsConst => false;

    /// <summary>Of a constant: its value (an enum's as its underlying type).</summary>
    public virtual object? ConstantValue => null;

    public virtual RefKind RefKind => RefKind.None;

    public virtual FieldInfo? RuntimeField => RuntimeMember as FieldInfo;

    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj)
        || (obj is FieldSymbol other && ReferenceEquals(OriginalDefinition, other.OriginalDefinition) && ContainingType == other.ContainingType);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(OriginalDefinition);
}

/// <summary>A property or indexer.</summary>
internal abstract class PropertySymbol : MemberSymbol
{
    public abstract TypeSymbol Type { get; }

    public virtual ImmutableArray<ParameterSymbol> Parameters => [];

    public bool IsIndexer => !Parameters.IsEmpty;

    public abstract MethodSymbol? Getter { get; }

    public abstract MethodSymbol? Setter { get; }

    /// <summary>The setter is <c>init</c>.</summary>
    public virtual bool IsInitOnly => false;

    public virtual bool IsRequired => false;

    /// <summary>A ref-returning property is assigned through its getter.</summary>
    public virtual RefKind RefKind => RefKind.None;
}

/// <summary>An event.</summary>
internal abstract class EventSymbol : MemberSymbol
{
    public abstract TypeSymbol Type { get; }

    public abstract MethodSymbol? Adder { get; }

    public abstract MethodSymbol? Remover { get; }

    /// <summary>The delegate field behind a field-like event of a cell's type; null otherwise.</summary>
    public virtual FieldSymbol? BackingField => null;
}
