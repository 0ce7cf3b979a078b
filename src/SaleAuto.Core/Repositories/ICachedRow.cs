namespace SaleAuto.Repositories;

/// <summary>Marks rows that every node keeps in memory: a committed change is told to the <see cref="IRowChangeListener"/>s of all nodes, to those of others within seconds.</summary>
public interface ICachedRow;
