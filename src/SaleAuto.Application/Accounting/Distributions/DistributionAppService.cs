using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Users;
using SaleAuto.Validation;

namespace SaleAuto.Accounting.Distributions;

internal sealed class DistributionAppService(
    StaffDoor door,
    IDistributionRepository distributions,
    DistributionManager manager,
    ILedgerRepository ledger,
    IStaffAccounts accounts,
    IUnitOfWork unitOfWork) : IDistributionAppService
{
    public async Task<DistributionDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.Default, cancellationToken);
        var distribution = await distributions.GetWholeAsync(id, cancellationToken);
        var profitNow = distribution.Status == DistributionStatus.Computed
            ? -await ledger.GetBalanceAsync(LedgerAccountRef.CarProfit(distribution.CarId), cancellationToken)
            : distribution.Profit;
        return new DistributionDto(
            distribution.Id,
            distribution.Status,
            distribution.PolicyId,
            distribution.PolicyNumber,
            distribution.ResaleId is null,
            distribution.ResaleAmount,
            distribution.Cost,
            distribution.Profit,
            distribution.DaysInStock,
            profitNow == distribution.Profit ? null : profitNow,
            await accounts.ToLinesAsync(distribution.Lines, cancellationToken));
    }

    public async Task<Guid> ComputeAsync(Guid carId, CancellationToken cancellationToken)
    {
        await door.RequireAsync(DistributionPermissions.Distribute, cancellationToken);
        return await unitOfWork.ExecuteAsync(async token => (await manager.ComputeAsync(carId, token)).Id, cancellationToken);
    }

    public async Task ApproveAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DistributionPermissions.Distribute, cancellationToken);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await manager.ApproveAsync(id, me, token);
                return id;
            },
            cancellationToken);
    }

    public async Task ReverseAsync(Guid id, ReverseDistributionInput input, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DistributionPermissions.Distribute, cancellationToken);
        InputValidator.Validate(input);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await manager.ReverseAsync(id, me, input.Reason!, token);
                await unitOfWork.SaveChangesAsync(token); // the car has no live distribution from here on
                await manager.ComputeIfPossibleAsync((await distributions.GetAsync(id, token)).CarId, token);
                return id;
            },
            cancellationToken);
    }
}

/// <summary>Puts names to lines; accounts are answered from memory.</summary>
internal static class LineNames
{
    public static async Task<IReadOnlyList<DistributionLineDto>> ToLinesAsync(this IStaffAccounts accounts, IEnumerable<DistributionLine> lines, CancellationToken cancellationToken)
    {
        var named = new List<DistributionLineDto>();
        foreach (var line in lines.OrderBy(x => x.Place))
        {
            var name = await accounts.FindNameAsync(line.StaffId, cancellationToken);
            named.Add(new DistributionLineDto(line.RulePlace, line.Share, line.StaffId, name, line.Measure, line.Value, line.Base, line.Amount, line.Reason));
        }
        return named;
    }

    /// <summary>The person's name, or null for nobody.</summary>
    public static async Task<string?> FindNameAsync(this IStaffAccounts accounts, Guid? staffId, CancellationToken cancellationToken) =>
        staffId is { } id ? (await accounts.FindAsync(id, cancellationToken))?.FullName : null;
}
