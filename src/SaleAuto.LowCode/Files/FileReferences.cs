using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace SaleAuto.LowCode;

/// <summary>Knows which files are named by rows.</summary>
public interface IFileReferences
{
    /// <summary>Those of the files that a row of any resource names, rows in the trash included.</summary>
    Task<IReadOnlySet<Guid>> FindNamedAsync(IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken);
}

/// <summary>Asks every file field of every resource.</summary>
public sealed class FileReferences(IResourceRegistry resources, DbContext db) : IFileReferences
{
    private static readonly MethodInfo OneMethod = typeof(FileReferences).GetMethod(nameof(FindOneAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo ManyMethod = typeof(FileReferences).GetMethod(nameof(FindManyAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <inheritdoc />
    public async Task<IReadOnlySet<Guid>> FindNamedAsync(IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
    {
        var named = new HashSet<Guid>();
        foreach (var resource in resources.All)
        {
            foreach (var field in resource.Fields.Where(f => f is { Read.Parameters.Count: 1, Kind: FieldKind.File or FieldKind.Image or FieldKind.Images }))
            {
                var find = field.Kind == FieldKind.Images ? ManyMethod : OneMethod;
                named.UnionWith(await (Task<List<Guid>>)find.MakeGenericMethod(resource.EntityType).Invoke(null, [db, field.Read, fileIds, cancellationToken])!);
            }
        }
        return named;
    }

    private static async Task<List<Guid>> FindOneAsync<TEntity>(DbContext db, LambdaExpression read, IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
        where TEntity : class
    {
        var id = Expression.Lambda<Func<TEntity, Guid?>>(Expression.Convert(read.Body, typeof(Guid?)), read.Parameters);
        var asked = fileIds.Select(x => (Guid?)x).ToList();
        var found = await db.Set<TEntity>().IgnoreQueryFilters().Select(id).Where(x => asked.Contains(x)).ToListAsync(cancellationToken);
        return [.. found.OfType<Guid>()];
    }

    private static async Task<List<Guid>> FindManyAsync<TEntity>(DbContext db, LambdaExpression read, IReadOnlyList<Guid> fileIds, CancellationToken cancellationToken)
        where TEntity : class
    {
        Expression<Func<IEnumerable<Guid>, bool>> meets = ids => ids.Any(x => fileIds.Contains(x));
        var condition = new Replace(meets.Parameters[0], read.Body).Visit(meets.Body);
        var rows = db.Set<TEntity>().IgnoreQueryFilters().Where(Expression.Lambda<Func<TEntity, bool>>(condition, read.Parameters));
        var lists = await rows.Select(Expression.Lambda<Func<TEntity, IEnumerable<Guid>>>(read.Body, read.Parameters)).ToListAsync(cancellationToken);
        return [.. lists.SelectMany(x => x)];
    }

    private sealed class Replace(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
    }
}
