using System.Collections.Immutable;
using Cellule.Symbols;
using Cellule.Syntax;
using Modifiers = Cellule.Syntax.Modifiers;

namespace Cellule.Binding;

/// <summary>Types declared in cells: names first, then type parameters and bases. Members follow in <c>MemberDeclarationBinder</c>, bodies in <c>TypeBodyBinder</c>.</summary>
internal sealed partial class Binder
{
    /// <summary>A type being declared: its symbol, the parts that declare it, and the scope in which its members are bound.</summary>
    private sealed class TypeDeclaration(SourceTypeSymbol symbol, Scope scope)
    {
        public SourceTypeSymbol Symbol { get; } = symbol;

        public Scope Scope { get; } = scope;

        public List<BaseTypeDeclarationSyntax> Parts { get; } = [];

        public BaseTypeDeclarationSyntax First => Parts[0];

        /// <summary>The part that has the primary constructor's parameters.</summary>
        public TypeDeclarationSyntax? Primary => Parts.OfType<TypeDeclarationSyntax>().FirstOrDefault(p => p.ParameterList is not null);

        /// <summary>Functions with the syntax of their bodies, in order of declaration.</summary>
        public List<(SourceMethodSymbol Symbol, BlockSyntax? Block, ExpressionSyntax? Expression, MemberDeclarationSyntax Syntax)> Bodies { get; } = [];

        /// <summary>Fields with what they start as, in order of declaration.</summary>
        public List<(SourceFieldSymbol Field, ExpressionSyntax Value)> Initializers { get; } = [];

        /// <summary>Partial methods declared without a body: they are there only when another part has it.</summary>
        public List<SourceMethodSymbol> PartialSignatures { get; } = [];
    }

    private readonly List<TypeDeclaration> _declarations = [];

    public void DeclareTypes(List<MemberDeclarationSyntax> members)
    {
        foreach (var member in members.OfType<BaseTypeDeclarationSyntax>())
            DeclareType(member, null);
    }

    private void DeclareType(BaseTypeDeclarationSyntax syntax, TypeDeclaration? outer)
    {
        var name = syntax.Identifier.ValueText;
        int own = TypeParametersOf(syntax).Length;
        IEnumerable<SourceTypeSymbol> siblings = outer is null ? CellTypes.Values : outer.Symbol.NestedTypes;
        int inherited = outer?.Symbol.Arity ?? 0;
        if (siblings.FirstOrDefault(s => s.Name == name && _arities[s] == own) is { } known)
        {
            var declaration = _declarations.First(d => ReferenceEquals(d.Symbol, known));
            if (!syntax.Modifiers.Has(Modifiers.Partial) || !declaration.First.Modifiers.Has(Modifiers.Partial))
            {
                _diagnostics.DuplicateType(syntax.Identifier.Span, name);
                return;
            }

            AddPart(declaration, syntax);
            return;
        }

        var symbol = new SourceTypeSymbol(name, KindOf(syntax), outer?.Symbol);
        _arities.Add(symbol, own);
        var scope = new Scope(outer?.Scope ?? _scope, new BodyContext { Parent = Body }) { Type = symbol };
        var added = new TypeDeclaration(symbol, scope);
        _declarations.Add(added);
        if (outer is null)
            CellTypes.Add((name, own), symbol);
        else
            outer.Symbol.Add(symbol);

        // Inside Outer<T> a nested type has a T of its own that stands for the outer one's.
        var saved = Push(scope);
        ImmutableArray<TypeParameterSymbol> copies = [.. (outer?.Symbol.DeclaredTypeParameters ?? []).Select((p, i) => new SourceTypeParameterSymbol(p.Name, i, false))];
        var hidden = TypeParametersOf(syntax).Select(p => p.Identifier.ValueText).ToList();
        foreach (var copy in copies.Where(c => !hidden.Contains(c.Name)))
            scope.TryDeclare(copy);
        symbol.DeclaredTypeParameters = [.. copies, .. DeclareTypeParameters(TypeParametersOf(syntax), inherited, isMethod: false)];
        _scope = saved;
        AddPart(added, syntax);
    }

    private readonly Dictionary<SourceTypeSymbol, int> _arities = new(ReferenceEqualityComparer.Instance);

    private void AddPart(TypeDeclaration declaration, BaseTypeDeclarationSyntax syntax)
    {
        declaration.Parts.Add(syntax);
        var symbol = declaration.Symbol;
        var modifiers = syntax.Modifiers;
        symbol.Abstract |= modifiers.Has(Modifiers.Abstract) || symbol.IsInterface;
        symbol.Sealed |= modifiers.Has(Modifiers.Sealed);
        symbol.Static |= modifiers.Has(Modifiers.Static);
        symbol.RefStruct |= modifiers.Has(Modifiers.Ref);
        symbol.ReadOnlyStruct |= modifiers.Has(Modifiers.ReadOnly);
        symbol.Record |= syntax is TypeDeclarationSyntax { Kind: TypeDeclarationKind.Record or TypeDeclarationKind.RecordStruct };
        if (symbol.ContainingType is not null)
            symbol.DeclaredAccessibility = AccessibilityOf(modifiers, symbol.ContainingType.IsInterface ? Accessibility.Public : Accessibility.Private);
        var saved = Push(declaration.Scope);
        Annotate(symbol, TargetOf(symbol.TypeKind), syntax.AttributeLists);
        _scope = saved;
        if (syntax is not TypeDeclarationSyntax type)
            return;
        foreach (var nested in type.Members.OfType<BaseTypeDeclarationSyntax>())
            DeclareType(nested, declaration);
    }

    private static AttributeTargets TargetOf(TypeKind kind) => kind switch
    {
        TypeKind.Enum => AttributeTargets.Enum,
        TypeKind.Delegate => AttributeTargets.Delegate,
        TypeKind.Struct => AttributeTargets.Struct,
        TypeKind.Interface => AttributeTargets.Interface,
        _ => AttributeTargets.Class,
    };

    private static ImmutableArray<TypeParameterSyntax> TypeParametersOf(BaseTypeDeclarationSyntax syntax) => syntax switch
    {
        TypeDeclarationSyntax type => type.TypeParameters,
        DelegateDeclarationSyntax type => type.TypeParameters,
        _ => [],
    };

    private static TypeKind KindOf(BaseTypeDeclarationSyntax syntax) => syntax switch
    {
        EnumDeclarationSyntax => TypeKind.Enum,
        DelegateDeclarationSyntax => TypeKind.Delegate,
        TypeDeclarationSyntax { Kind: TypeDeclarationKind.Struct or TypeDeclarationKind.RecordStruct } => TypeKind.Struct,
        TypeDeclarationSyntax { Kind: TypeDeclarationKind.Interface } => TypeKind.Interface,
        _ => TypeKind.Class,
    };

    private static Accessibility AccessibilityOf(ModifierList modifiers, Accessibility otherwise)
    {
        bool isProtected = modifiers.Has(Modifiers.Protected);
        return modifiers.Has(Modifiers.Public) ? Accessibility.Public
            : modifiers.Has(Modifiers.Private) ? isProtected ? Accessibility.PrivateProtected : Accessibility.Private
            : modifiers.Has(Modifiers.Internal) ? isProtected ? Accessibility.ProtectedInternal : Accessibility.Internal
            : isProtected ? Accessibility.Protected : otherwise;
    }

    /// <summary>Constraints, base classes and interfaces, once the cell's types have names.</summary>
    public void BindTypeHeaders()
    {
        foreach (var declaration in _declarations)
        {
            var saved = Push(declaration.Scope);
            foreach (var part in declaration.Parts)
                BindConstraints(declaration.Symbol.DeclaredTypeParameters, part is TypeDeclarationSyntax type ? type.Constraints : part is DelegateDeclarationSyntax d ? d.Constraints : []);
            _scope = saved;
        }

        foreach (var declaration in _declarations)
        {
            // A base is looked up outside of the type: its own members are not known yet, its type parameters are.
            var saved = Push(declaration.Scope);
            _inConstraints = true;
            BindBases(declaration);
            _inConstraints = false;
            _scope = saved;
        }

        foreach (var declaration in _declarations)
        {
            if (IsCircular(declaration.Symbol))
            {
                _diagnostics.CircularBase(declaration.First.Identifier.Span, declaration.Symbol.Name);
                declaration.Symbol.DeclaredBase = BuiltIn.Object;
                declaration.Symbol.DeclaredInterfaces = [];
            }
        }
    }

    private TypeSymbol UnderlyingOf(TypeSyntax syntax)
    {
        var type = BindType(syntax);
        if (type.SpecialType is >= SpecialType.SByte and <= SpecialType.UInt64)
            return type;
        if (!type.IsError)
            _diagnostics.EnumBase(syntax.Span);
        return BuiltIn.Int32;
    }

    private void BindBases(TypeDeclaration declaration)
    {
        var symbol = declaration.Symbol;
        switch (symbol.TypeKind)
        {
            case TypeKind.Enum:
                symbol.DeclaredBase = BuiltIn.Enum;
                if (((EnumDeclarationSyntax)declaration.First).UnderlyingType is { } underlying)
                    symbol.EnumUnderlying = UnderlyingOf(underlying);
                return;
            case TypeKind.Delegate:
                symbol.DeclaredBase = BuiltIn.MulticastDelegate;
                return;
            case TypeKind.Struct:
                symbol.DeclaredBase = BuiltIn.ValueType;
                break;
            case TypeKind.Class:
                symbol.DeclaredBase = BuiltIn.Object;
                break;
        }

        var interfaces = new List<TypeSymbol>();
        bool hasBase = false;
        foreach (var syntax in declaration.Parts.OfType<TypeDeclarationSyntax>().SelectMany(p => p.BaseTypes))
        {
            var type = BindType(syntax.Type);
            if (type.IsError)
                continue;
            if (type.IsInterface)
            {
                if (!interfaces.Contains(type))
                    interfaces.Add(type);
                else if (declaration.Parts.Count == 1)
                    _diagnostics.InterfaceTwice(syntax.Type.Span, type);
            }
            else if (symbol.TypeKind != TypeKind.Class || type.TypeKind != TypeKind.Class || type is TypeParameterSymbol)
            {
                if (type.IsSealed && symbol.TypeKind == TypeKind.Class)
                    _diagnostics.SealedBase(syntax.Span, symbol.Name, type);
                else
                    _diagnostics.NotAnInterface(syntax.Span, type);
            }
            else if (type.IsSealed)
            {
                _diagnostics.SealedBase(syntax.Span, symbol.Name, type);
            }
            else if (symbol.Record && !type.IsObject && !type.IsRecord)
            {
                _diagnostics.RecordOfClass(syntax.Span);
            }
            else if (!symbol.Record && type.IsRecord)
            {
                _diagnostics.ClassOfRecord(syntax.Span);
            }
            else if (hasBase && type != symbol.DeclaredBase)
            {
                _diagnostics.TwoBaseClasses(syntax.Span, symbol.Name, symbol.DeclaredBase!, type);
            }
            else
            {
                symbol.DeclaredBase = type;
                hasBase = true;
            }
        }

        if (symbol.Record)
            interfaces.Add(((NamedTypeSymbol)LoadedTypes.From(typeof(IEquatable<>))).Construct([SelfType(symbol)], default));
        symbol.DeclaredInterfaces = [.. interfaces];
    }

    private static TypeSymbol SelfType(SourceTypeSymbol symbol) => symbol;

    private static bool IsCircular(SourceTypeSymbol symbol)
    {
        var seen = new HashSet<TypeSymbol>(ReferenceEqualityComparer.Instance);
        return Reaches(symbol.DeclaredBase) || symbol.DeclaredInterfaces.Any(Reaches);

        bool Reaches(TypeSymbol? type)
        {
            var definition = type?.OriginalDefinition;
            if (ReferenceEquals(definition, symbol))
                return true;
            return definition is SourceTypeSymbol source && seen.Add(source) && (Reaches(source.DeclaredBase) || source.DeclaredInterfaces.Any(i => !i.TypeArguments.Contains(source) && Reaches(i)));
        }
    }
}
