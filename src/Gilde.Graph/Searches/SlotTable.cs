namespace Gilde.Graph;

/// <summary>A number for each slot, 0 unless set, outside of the garbage collector's memory. Pages of it that are never touched take none.</summary>
sealed unsafe class SlotTable<T> where T : unmanaged
{
    NativeBlock? memory;

    public T* Values { get; private set; }

    public void MakeRoom(int slots)
    {
        var bytes = ((nuint)slots + 64) * (nuint)sizeof(T);
        if (memory is not null && memory.Bytes >= bytes) return;
        memory = new(bytes + (bytes / 8), huge: true);
        Values = (T*)memory.Start;
    }

    public ref T this[int slot] => ref Values[slot];
}
