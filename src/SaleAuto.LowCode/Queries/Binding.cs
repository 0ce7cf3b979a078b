using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>Puts the lambdas of a definition into a query: the row, the person, the moment, and the sets of other entities that they name.</summary>
internal static class Binding
{
    private static readonly MethodInfo SetMethod = typeof(DbContext).GetMethods()
        .Single(m => m is { Name: nameof(DbContext.Set), IsGenericMethod: true } && m.GetParameters().Length == 0);

    /// <summary>The body of a lambda over the row, an optional person, an optional moment and sets.</summary>
    public static Expression Bind(LambdaExpression lambda, Expression row, DbContext db, Expression? person = null, Expression? now = null)
    {
        var places = new Dictionary<ParameterExpression, Expression>();
        foreach (var parameter in lambda.Parameters)
        {
            places[parameter] = parameter == lambda.Parameters[0] ? row
                : parameter.Type == typeof(Guid) ? person!
                : parameter.Type == typeof(DateTime) ? now ?? throw new NotSupportedException("The moment is not known here")
                : SetOf(db, parameter.Type.GetGenericArguments()[0]);
        }
        return new Replacer(places).Visit(lambda.Body);
    }

    /// <summary>All rows of an entity, as the root of a query.</summary>
    public static Expression SetOf(DbContext db, Type entityType) =>
        ((IQueryable)SetMethod.MakeGenericMethod(entityType).Invoke(db, null)!).Expression;

    public static Expression Call(string method, Type[] types, params Expression[] arguments) =>
        Expression.Call(typeof(Queryable), method, types, arguments);

    private sealed class Replacer(Dictionary<ParameterExpression, Expression> places) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => places.GetValueOrDefault(node, node);
    }
}
