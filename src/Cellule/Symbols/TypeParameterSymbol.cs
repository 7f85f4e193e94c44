using System.Collections.Immutable;
using System.Reflection;

namespace Cellule.Symbols;

/// <summary>A type parameter of a type or a method. Reference identity is its identity.</summary>
internal abstract class TypeParameterSymbol : TypeSymbol
{
    public sealed override TypeKind TypeKind => TypeKind.TypeParameter;

    /// <summary>Position among the owner's parameters, those of containing types included.</summary>
    public abstract int Ordinal { get; }

    public abstract bool IsMethodParameter { get; }

    public virtual bool HasClassConstraint => false;

    public virtual bool HasStructConstraint => false;

    public virtual bool HasNewConstraint => false;

    /// <summary><c>in</c>.</summary>
    public virtual bool IsContravariant => false;

    /// <summary><c>out</c>.</summary>
    public virtual bool IsCovariant => false;

    public virtual bool AllowsRefStruct => false;

    /// <summary>Class, interface and type parameter constraints.</summary>
    public virtual ImmutableArray<TypeSymbol> ConstraintTypes => [];

    public override bool IsValueType =>
        HasStructConstraint || ConstraintTypes.Any(c => c.TypeKind == TypeKind.TypeParameter && c.IsValueType);

    public override bool IsReferenceType =>
        HasClassConstraint || ConstraintTypes.Any(c => c.TypeKind is TypeKind.Class or TypeKind.Delegate or TypeKind.Array && !c.IsObject && c != BuiltIn.ValueType && c != BuiltIn.Enum
            || (c.TypeKind == TypeKind.TypeParameter && c.IsReferenceType));

    /// <summary>The class constraint, else ValueType or object.</summary>
    public override TypeSymbol BaseType
    {
        get
        {
            foreach (var constraint in ConstraintTypes)
            {
                if (constraint.TypeKind is TypeKind.Class or TypeKind.Delegate or TypeKind.Array)
                    return constraint;
                if (constraint is TypeParameterSymbol && constraint.BaseType is { IsObject: false } inherited)
                    return inherited;
            }

            return HasStructConstraint ? BuiltIn.ValueType : BuiltIn.Object;
        }
    }

    public override ImmutableArray<TypeSymbol> AllInterfaces =>
        [.. ConstraintTypes.SelectMany(c => c.IsInterface ? c.AllInterfaces.Insert(0, c) : c.AllInterfaces).Distinct()];

    public override TypeSymbol Substitute(TypeMap map) => map[this];
}

/// <summary>A type parameter of a loaded type or method.</summary>
internal sealed class LoadedTypeParameterSymbol(Type type) : TypeParameterSymbol
{
    private ImmutableArray<TypeSymbol> _constraints;

    public override string Name => type.Name;

    public override int Ordinal => type.GenericParameterPosition;

    public override bool IsMethodParameter => type.DeclaringMethod is not null;

    public override bool HasClassConstraint => Has(GenericParameterAttributes.ReferenceTypeConstraint);

    public override bool HasStructConstraint => Has(GenericParameterAttributes.NotNullableValueTypeConstraint);

    public override bool HasNewConstraint => Has(GenericParameterAttributes.DefaultConstructorConstraint);

    public override bool IsContravariant => Has(GenericParameterAttributes.Contravariant);

    public override bool IsCovariant => Has(GenericParameterAttributes.Covariant);

    public override bool AllowsRefStruct => Has(GenericParameterAttributes.AllowByRefLike);

    /// <summary>The generic parameter as reflection has it.</summary>
    public override Type RuntimeType => type;

    public override ImmutableArray<TypeSymbol> ConstraintTypes =>
        _constraints.IsDefault
            ? _constraints = [.. type.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(LoadedTypes.From)]
            : _constraints;

    private bool Has(GenericParameterAttributes flag) => (type.GenericParameterAttributes & flag) != 0;
}
