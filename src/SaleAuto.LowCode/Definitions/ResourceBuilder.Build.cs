using System.Linq.Expressions;
using SaleAuto.Entities;

namespace SaleAuto.LowCode;

public sealed partial class ResourceBuilder<TEntity, TInput>
{
    internal ResourceModel Build(ICollection<string> faults)
    {
        var fields = _fields.Select(f => f.Build(TextKey)).ToList();
        if (typeof(TEntity).GetProperty("Id")?.PropertyType != typeof(Guid))
        {
            Fault("the entity has no Id of type Guid");
        }
        if (_permission is null)
        {
            Fault("names no permission: call Permissions(…)");
        }
        var label = fields.Find(f => f.Name == _label) ?? fields.Find(f => f is { Kind: FieldKind.Text or FieldKind.Phone, Read: not null });
        if (label is null)
        {
            Fault("has no display field: call Label(…) or name a text column");
        }
        if (_create is null && _update is null && fields.Exists(f => f.Input is not null))
        {
            Fault("has form fields but neither Create nor Update");
        }
        foreach (var action in _actions.Where(a => a.Run is null))
        {
            Fault($"action {action.Name} does nothing: call Run(…)");
        }
        foreach (var field in fields.Where(f => f.Kind is FieldKind.Id && f.Input is not null))
        {
            Fault($"field {field.Name} is an id that nobody can type: call Lookup, File or Image");
        }
        var permission = _permission ?? "";
        _written = [.. fields.Where(f => f.Input is not null).Select(f => (f.Input!.Get, f.Input.Set))];
        var sort = _sort.Count > 0 ? _sort : [new SortItem(ResourceModel.IdName, true)];
        return new ResourceModel<TEntity, TInput>
        {
            Name = _name,
            DefinitionType = _definition,
            EntityType = typeof(TEntity),
            InputType = typeof(TInput) == typeof(NoInput) ? null : typeof(TInput),
            TextKey = TextKey,
            Permission = permission,
            Menu = _menu,
            Fields = fields,
            Id = BuildId(),
            Label = label ?? BuildId(),
            Actions = [.. _actions.Where(a => a.Run is not null).Select(a => a.Build(TextKey, permission))],
            CanCreate = _create is not null,
            CanUpdate = _update is not null,
            CanDelete = _canDelete,
            CanSearch = _search.Count > 0,
            IsSearchedAlone = _isSearchedAlone,
            HasVersion = typeof(TEntity).IsAssignableTo(typeof(IHasVersion)),
            HasTrash = typeof(TEntity).IsAssignableTo(typeof(IFullAudited)),
            DefaultSort = sort,
            Board = BuildBoard(fields),
            Calendar = BuildCalendar(fields),
            Gallery = _gallery is { } gallery ? new GalleryModel(Get(fields, gallery.Picture, "gallery"), GetAll(fields, gallery.Card, "gallery")) : null,
            Related = _related,
            RowFilters = _rowFilters,
            ImportKeys = GetAll(fields, [.. _importKeys], "import key"),
            Rules = _rules,
            SearchParts = _search,
            DefaultRoles = _roles.ToDictionary(r => permission + r.Key, r => (IReadOnlyList<string>)r.Value),
            ActionRoles = _actions.GroupBy(a => a.Permission ?? $"{permission}.{a.Name}")
                .ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[.. a.SelectMany(x => x.Roles).Distinct()]), // several actions may share a permission
            Creating = _create,
            Updating = _update,
            Deleting = _delete,
            Constructor = typeof(TInput) == typeof(NoInput) ? null : Accessors.Constructor<TInput>(),
            Reading = _from ?? (_update is null ? null : BuildReading(fields)),
        };

        void Fault(string text) => faults.Add($"{_definition.Name}: {text}.");

        FieldModel Get(List<FieldModel> all, string name, string where)
        {
            if (all.Find(f => f.Name == name && f.Read is not null) is { } found)
            {
                return found;
            }
            Fault($"{where} names the column {name}, which does not exist");
            return all[0];
        }

        List<FieldModel> GetAll(List<FieldModel> all, string[] names, string where) => [.. names.Select(name => Get(all, name, where))];

        BoardModel? BuildBoard(List<FieldModel> all)
        {
            if (_board is not { } board)
            {
                return null;
            }
            foreach (var move in board.Moves.Values.Where(m => !_actions.Exists(a => a.Name == m)))
            {
                Fault($"board runs the action {move}, which does not exist");
            }
            return new BoardModel(Get(all, board.Field, "board"), board.Columns, board.Moves, GetAll(all, board.Card, "board"));
        }

        CalendarModel? BuildCalendar(List<FieldModel> all) => _calendar is not { } calendar
            ? null
            : new CalendarModel(
                Get(all, calendar.Start, "calendar"),
                calendar.End is null ? null : Get(all, calendar.End, "calendar"),
                Get(all, calendar.Title, "calendar"),
                calendar.Lane is null ? null : Get(all, calendar.Lane, "calendar"),
                calendar.TimeZone is null ? null : Get(all, calendar.TimeZone, "calendar"));

        Func<TEntity, TInput>? BuildReading(List<FieldModel> all)
        {
            var copies = new List<(Func<object, object?> Get, Action<object, object?> Set)>();
            foreach (var field in all.Where(f => f.Input is not null && f.Kind != FieldKind.Lines))
            {
                if (typeof(TEntity).GetProperty(field.Input!.PropertyName) is { } source)
                {
                    copies.Add((Accessors.Getter(source), field.Input.Set));
                }
                else if (!field.Input.IsOnlyForCreation)
                {
                    Fault($"field {field.Name} cannot be read from {typeof(TEntity).Name}: call From(…)");
                }
            }
            foreach (var field in all.Where(f => f.LinesOf is not null))
            {
                copies.Add((field.LinesOf!, field.Input!.Set));
            }
            var create = Accessors.Constructor<TInput>();
            return entity =>
            {
                var input = create();
                foreach (var (get, set) in copies)
                {
                    set(input, get(entity));
                }
                return input;
            };
        }
    }

    private FieldModel BuildId()
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        return new FieldSpec(ResourceModel.IdName, typeof(Guid))
        {
            Read = Expression.Lambda(Expression.Property(row, "Id"), row),
            IsSortable = true,
            IsFilter = true,
        }.Build(TextKey);
    }
}
