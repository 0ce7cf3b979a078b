using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaleAuto.Files;

namespace SaleAuto.LowCode;

/// <summary>Knows which files are named by rows.</summary>
public interface IFileReferences
{
    /// <summary>Those of the files that a row of any table names, rows in the trash included.</summary>
    Task<IReadOnlySet<Guid>> FindNamedAsync(IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken);
}

/// <summary>Asks every property of the database's model that is marked with <see cref="StoredFileIdAttribute"/>, whether its entity has a screen or not.</summary>
public sealed class FileReferences(DbContext db) : IFileReferences
{
    private static readonly MethodInfo OneMethod = typeof(FileReferences).GetMethod(nameof(FindOneAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo ManyMethod = typeof(FileReferences).GetMethod(nameof(FindManyAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <inheritdoc />
    public async Task<IReadOnlySet<Guid>> FindNamedAsync(IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
    {
        var named = new HashSet<Guid>();
        foreach (var property in PropertiesOf(db.Model))
        {
            var find = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid) ? OneMethod : ManyMethod;
            var found = find.MakeGenericMethod(property.DeclaringType.ClrType).Invoke(null, [db, property.PropertyInfo, fileIds, cancellationToken]);
            named.UnionWith(await (Task<List<Guid>>)found!);
        }
        return named;
    }

    /// <summary>Every property that holds ids of files.</summary>
    internal static IEnumerable<IProperty> PropertiesOf(IModel model) =>
        model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Where(p => p.PropertyInfo?.IsDefined(typeof(StoredFileIdAttribute)) == true);

    private static async Task<List<Guid>> FindOneAsync<TEntity>(DbContext db, PropertyInfo property, IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var id = Expression.Lambda<Func<TEntity, Guid?>>(Expression.Convert(Expression.Property(row, property), typeof(Guid?)), row);
        var asked = fileIds.Select(x => (Guid?)x).ToList();
        var found = await db.Set<TEntity>().IgnoreQueryFilters().Select(id).Where(x => asked.Contains(x)).ToListAsync(cancellationToken);
        return [.. found.OfType<Guid>()];
    }

    private static async Task<List<Guid>> FindManyAsync<TEntity>(DbContext db, PropertyInfo property, IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var list = Expression.Property(row, property);
        Expression<Func<IEnumerable<Guid>, bool>> meets = ids => ids.Any(x => fileIds.Contains(x));
        var condition = new Replace(meets.Parameters[0], list).Visit(meets.Body);
        var rows = db.Set<TEntity>().IgnoreQueryFilters().Where(Expression.Lambda<Func<TEntity, bool>>(condition, row));
        var lists = await rows.Select(Expression.Lambda<Func<TEntity, IEnumerable<Guid>>>(list, row)).ToListAsync(cancellationToken);
        return [.. lists.SelectMany(x => x)];
    }

    private sealed class Replace(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
    }
}
