using SaleAuto.Errors;
using SaleAuto.Permissions;
using SaleAuto.Repositories;

namespace SaleAuto.Views;

internal sealed class SavedViewAppService(ISavedViewRepository views, IStaffAccessProvider accesses, IUnitOfWork unitOfWork) : ISavedViewAppService
{
    public async Task<GridViewsDto> GetAsync(string resource, CancellationToken cancellationToken)
    {
        var (access, staffId) = await GetStaffAsync(cancellationToken);
        var (rows, layout) = await views.GetForAsync(resource, staffId, access.Roles.ToList(), cancellationToken);
        var own = rows.FirstOrDefault(v => v.Id == layout?.DefaultViewId);
        var ordered = rows.OrderBy(v => v.Audience).ThenBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        var start = own ?? ordered.FirstOrDefault(v => v.IsDefault); // the role's before everybody's
        return new GridViewsDto(
            [.. ordered.Select(v => ToDto(v, access, staffId) with { IsDefault = v == start })], start?.Id, layout?.Columns, layout?.Density ?? RowDensity.Normal, access.Has(ViewPermissions.Share));
    }

    public async Task<SavedViewDto> CreateAsync(SaveViewInput input, CancellationToken cancellationToken)
    {
        var (access, staffId) = await GetStaffAsync(cancellationToken);
        Validate(input);
        if (await views.CountOwnAsync(input.Resource, staffId, cancellationToken) >= ViewConsts.MaxOwnViews)
        {
            throw new BusinessException(SaleAutoErrorCodes.Views.TooMany).WithData("Most", ViewConsts.MaxOwnViews);
        }
        var view = new SavedView(Guid.CreateVersion7(), input.Resource, staffId);
        views.Insert(view);
        await DescribeAsync(view, input, access, staffId, cancellationToken);
        return ToDto(view, access, staffId);
    }

    public async Task<SavedViewDto> UpdateAsync(Guid id, SaveViewInput input, CancellationToken cancellationToken)
    {
        var (access, staffId) = await GetStaffAsync(cancellationToken);
        var view = await GetChangeableAsync(id, access, staffId, cancellationToken);
        Validate(input with { Resource = view.Resource });
        await DescribeAsync(view, input, access, staffId, cancellationToken);
        return ToDto(view, access, staffId);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        var (access, staffId) = await GetStaffAsync(cancellationToken);
        views.Delete(await GetChangeableAsync(id, access, staffId, cancellationToken));
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    public async Task SetOwnDefaultAsync(string resource, Guid? viewId, CancellationToken cancellationToken)
    {
        var (access, staffId) = await GetStaffAsync(cancellationToken);
        if (viewId is { } id && !Sees(await views.GetAsync(id, cancellationToken), access, staffId))
        {
            throw new EntityNotFoundException(typeof(SavedView), id);
        }
        (await GetLayoutAsync(resource, staffId, cancellationToken)).OpenWith(viewId);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    public async Task KeepLayoutAsync(string resource, string? columns, RowDensity? density, CancellationToken cancellationToken)
    {
        var (_, staffId) = await GetStaffAsync(cancellationToken);
        if (columns?.Length > ViewConsts.MaxColumnsLength || resource.Length > ViewConsts.MaxResourceLength)
        {
            throw new InputValidationException("columns", SaleAutoErrorCodes.Fields.TooLong);
        }
        var layout = await GetLayoutAsync(resource, staffId, cancellationToken);
        if (columns is not null)
        {
            layout.ChooseColumns(columns);
        }
        layout.ChooseDensity(density ?? layout.Density);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    private async Task DescribeAsync(SavedView view, SaveViewInput input, StaffAccess access, Guid staffId, CancellationToken cancellationToken)
    {
        if (input.Audience != ViewAudience.Private)
        {
            access.Require(ViewPermissions.Share);
        }
        view.Describe(input.Name.Trim(), input.State, input.Audience, input.Role, input.IsDefault);
        if (view.IsDefault)
        {
            foreach (var earlier in await views.GetDefaultsAsync(view.Resource, view.Audience, view.Role, cancellationToken))
            {
                if (earlier != view)
                {
                    earlier.NoLongerDefault();
                }
            }
        }
        if (view.Audience == ViewAudience.Private && view.OwnerId == staffId)
        {
            await KeepOwnDefaultAsync(view, input.IsDefault, staffId, cancellationToken);
        }
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    private async Task KeepOwnDefaultAsync(SavedView view, bool isDefault, Guid staffId, CancellationToken cancellationToken)
    {
        var layout = await views.FindLayoutAsync(view.Resource, staffId, cancellationToken);
        if (isDefault)
        {
            layout ??= await GetLayoutAsync(view.Resource, staffId, cancellationToken);
            layout.OpenWith(view.Id);
        }
        else if (layout?.DefaultViewId == view.Id)
        {
            layout.OpenWith(null);
        }
    }

    private async Task<GridLayout> GetLayoutAsync(string resource, Guid staffId, CancellationToken cancellationToken)
    {
        var layout = await views.FindLayoutAsync(resource, staffId, cancellationToken);
        if (layout is null)
        {
            layout = new GridLayout(Guid.CreateVersion7(), staffId, resource);
            views.Insert(layout);
        }
        return layout;
    }

    private async Task<SavedView> GetChangeableAsync(Guid id, StaffAccess access, Guid staffId, CancellationToken cancellationToken)
    {
        var view = await views.GetAsync(id, cancellationToken);
        if (!Sees(view, access, staffId))
        {
            throw new EntityNotFoundException(typeof(SavedView), id);
        }
        if (!CanChange(view, access, staffId))
        {
            throw new AuthorizationException(ViewPermissions.Share);
        }
        return view;
    }

    private async Task<(StaffAccess Access, Guid StaffId)> GetStaffAsync(CancellationToken cancellationToken)
    {
        var access = await accesses.GetAsync(cancellationToken);
        return (access, access.StaffId ?? throw new AuthorizationException());
    }

    private static bool Sees(SavedView view, StaffAccess access, Guid staffId) =>
        view.OwnerId == staffId || view.Audience == ViewAudience.Shared || (view.Audience == ViewAudience.Role && access.Roles.Contains(view.Role!));

    private static bool CanChange(SavedView view, StaffAccess access, Guid staffId) =>
        view.Audience == ViewAudience.Private ? view.OwnerId == staffId : access.Has(ViewPermissions.Share);

    private static void Validate(SaveViewInput input)
    {
        var errors = new List<InputError>();
        Demand(input.Resource, ViewConsts.MaxResourceLength, nameof(input.Resource));
        Demand(input.Name, ViewConsts.MaxNameLength, nameof(input.Name));
        if (input.State.Length > ViewConsts.MaxStateLength)
        {
            errors.Add(new InputError(nameof(input.State), SaleAutoErrorCodes.Fields.TooLong));
        }
        if (!Enum.IsDefined(input.Audience))
        {
            errors.Add(new InputError(nameof(input.Audience), SaleAutoErrorCodes.Fields.NotAllowed));
        }
        if (input.Audience == ViewAudience.Role)
        {
            Demand(input.Role, ViewConsts.MaxNameLength, nameof(input.Role));
        }
        if (errors.Count > 0)
        {
            throw new InputValidationException(errors);
        }

        void Demand(string? value, int most, string field)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Trim().Length > most)
            {
                errors.Add(new InputError(field, string.IsNullOrWhiteSpace(value) ? SaleAutoErrorCodes.Fields.Required : SaleAutoErrorCodes.Fields.TooLong));
            }
        }
    }

    private static SavedViewDto ToDto(SavedView view, StaffAccess access, Guid staffId) => new()
    {
        Id = view.Id,
        Name = view.Name,
        Audience = view.Audience,
        Role = view.Role,
        State = view.State,
        IsDefault = view.IsDefault,
        IsOwn = view.OwnerId == staffId,
        CanChange = CanChange(view, access, staffId),
    };
}
