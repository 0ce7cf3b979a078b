using System.Linq.Expressions;
using System.Reflection;

namespace SaleAuto.LowCode;

/// <summary>Compiled access to properties, private and init-only setters included. Compiled when first called: a program starts sooner, and many are never called.</summary>
internal static class Accessors
{
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var target = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(target, property.DeclaringType!), property);
        return OnFirstCall(Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), target));
    }

    public static Action<object, object?> Setter(PropertyInfo property)
    {
        var target = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(object));
        var declared = property.DeclaringType!.GetProperty(property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        var typed = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null
            ? Expression.Condition(Expression.Equal(value, Expression.Constant(null)), Expression.Default(property.PropertyType), Expression.Convert(value, property.PropertyType))
            : (Expression)Expression.Convert(value, property.PropertyType);
        var assign = Expression.Assign(Expression.Property(Expression.Convert(target, property.DeclaringType!), declared), typed);
        var lambda = Expression.Lambda<Action<object, object?>>(assign, target, value);
        Action<object, object?>? compiled = null;
        return (row, given) => (compiled ??= lambda.Compile())(row, given);
    }

    public static Func<T> Constructor<T>()
        where T : class
    {
        var constructor = typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes)
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no constructor without parameters");
        var lambda = Expression.Lambda<Func<T>>(Expression.New(constructor));
        Func<T>? compiled = null;
        return () => (compiled ??= lambda.Compile())();
    }

    /// <summary>The function of the expression, compiled when it is first called.</summary>
    public static Func<TIn, TOut> OnFirstCall<TIn, TOut>(Expression<Func<TIn, TOut>> function)
    {
        Func<TIn, TOut>? compiled = null;
        return given => (compiled ??= function.Compile())(given);
    }

    /// <summary>The property that a lambda such as <c>x =&gt; x.Amount</c> names, or null.</summary>
    public static PropertyInfo? PropertyOf(LambdaExpression lambda)
    {
        var body = lambda.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : lambda.Body;
        return body is MemberExpression { Member: PropertyInfo property } ? property : null;
    }

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
